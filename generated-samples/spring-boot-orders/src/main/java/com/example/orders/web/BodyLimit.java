package com.example.orders.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses bodies larger than {@code requests.max-body-size} with 413, whether they say so at their start or not. */
@Component
class BodyLimit extends OncePerRequestFilter {
  private final long most;

  BodyLimit(@Value("${requests.max-body-size}") DataSize most) {
    this.most = most.toBytes();
  }

  @Override
  protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long said = request.getContentLengthLong();
    if (said > most) {
      response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
    } else if (said >= 0) {
      chain.doFilter(request, response);
    } else {
      chain.doFilter(new CountedRequest(request), response);
    }
  }

  /** A body turned out to be too large while it was read. */
  static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1;
  }

  private final class CountedRequest extends HttpServletRequestWrapper {
    private CountedRequest(HttpServletRequest request) {
      super(request);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CountedBody(super.getInputStream());
    }
  }

  private final class CountedBody extends ServletInputStream {
    private final ServletInputStream body;
    private long left = most;

    private CountedBody(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int next = body.read();
      count(next < 0 ? 0 : 1);
      return next;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int count = body.read(bytes, offset, length);
      count(count);
      return count;
    }

    private void count(int count) throws Exceeded {
      left -= Math.max(count, 0);
      if (left < 0) {
        throw new Exceeded();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
