package dev.hew.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** HTTP connections whose answers end at a bound. */
final class BoundedConnections implements HttpConnectionFactory {
  private final long largest;

  /**
   * @param largest an answer of more bytes is an error
   */
  BoundedConnections(long largest) {
    this.largest = largest;
  }

  @Override
  public HttpConnection create(URL address) throws IOException {
    return new BoundedConnection(address, Proxy.NO_PROXY, largest);
  }

  @Override
  public HttpConnection create(URL address, Proxy proxy) throws IOException {
    return new BoundedConnection(address, proxy, largest);
  }

  private static final class BoundedConnection extends JDKHttpConnection {
    private final long largest;

    BoundedConnection(URL address, Proxy proxy, long largest) throws IOException {
      super(address, proxy);
      this.largest = largest;
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new FilterInputStream(super.getInputStream()) {
        private long read;

        @Override
        public int read() throws IOException {
          int one = in.read();
          count(one < 0 ? 0 : 1);
          return one;
        }

        @Override
        public int read(byte[] bytes, int start, int length) throws IOException {
          int some = in.read(bytes, start, length);
          count(Math.max(0, some));
          return some;
        }

        private void count(int some) throws IOException {
          read += some;
          if (read > largest) {
            throw new IOException("the answer is longer than " + (largest >> 20) + " MiB");
          }
        }
      };
    }
  }
}
