package io.firth.metrics.report;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Whoever asks for the facts behind a figure with {@code format=csv} is given the file. */
class AsFile {

    @ServerRequestFilter(preMatching = true)
    public void choose(ContainerRequestContext request) {
        var uri = request.getUriInfo();
        var path = uri.getPath();
        var asked = path.startsWith("/api/reports/metrics/") && path.endsWith("/intervals");
        if (asked && "csv".equals(uri.getQueryParameters().getFirst("format"))) {
            request.setRequestUri(
                    uri.getRequestUriBuilder().replacePath(path + ".csv").build());
        }
    }
}
