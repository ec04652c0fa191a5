package com.example.orders;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Asks whether the service is ready, for the health check of its image, which need not hold any other program. */
final class HealthCheck {

  public static void main(String[] address) throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(address[0]).toURL().openConnection();
    connection.setConnectTimeout(2000);
    connection.setReadTimeout(2000);
    System.exit(connection.getResponseCode() == HttpURLConnection.HTTP_OK ? 0 : 1);
  }
}
