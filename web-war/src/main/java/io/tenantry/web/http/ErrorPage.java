package io.tenantry.web.http;

import io.tenantry.platform.problem.ProblemException;
import io.tenantry.platform.problem.ProblemType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Turns errors of the container, such as a bad access token, into problems. It never reports what it was told. */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        if (response.getHeader("X-Request-Id") == null) {
            response.setHeader("X-Request-Id", RequestEdgeFilter.requestId(request));
            SecurityHeaders.add(request, response);
        }
        ProblemType type = ProblemType.ofStatus(status);
        ProblemAnswer.send(ProblemException.of(type), request, response);
    }
}
