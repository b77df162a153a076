package io.firth.http.egress;

import java.net.URI;
import java.util.Map;

/**
 * What to ask of an address that somebody typed.
 *
 * @param headers beside those that HTTP itself needs
 * @param longest as much of the answer's body as is read, in bytes
 */
public record Request(String method, URI url, Map<String, String> headers, byte[] body, int longest) {

    private static final byte[] NOTHING = {};

    public Request {
        headers = Map.copyOf(headers);
    }

    public static Request get(URI url, Map<String, String> headers, int longest) {
        return new Request("GET", url, headers, NOTHING, longest);
    }

    public static Request post(URI url, Map<String, String> headers, byte[] body, int longest) {
        return new Request("POST", url, headers, body, longest);
    }
}
