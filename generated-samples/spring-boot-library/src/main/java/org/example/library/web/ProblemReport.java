package org.example.library.web;

import java.io.IOException;
import java.io.Writer;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Answers failures that come to no controller, such as a malformed request line: a problem detail, not a page. */
public class ProblemReport extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, Throwable failure) {
    HttpStatus status = HttpStatus.resolve(response.getStatus());
    if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    try {
      response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write("{\"status\":" + status.value() + ",\"title\":\"" + status.getReasonPhrase() + "\"}");
        response.finishResponse();
      }
    } catch (IOException callerIsGone) {
      container.getLogger().debug("No answer could be sent", callerIsGone);
    }
  }
}
