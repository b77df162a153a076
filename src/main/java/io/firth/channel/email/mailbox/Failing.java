package io.firth.channel.email.mailbox;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.eclipse.angus.mail.iap.ConnectionException;

/** What went wrong with a server, in words for people. */
final class Failing {

    private static final int DEEPEST = 10;
    private static final int LONGEST = 300;

    private Failing() {}

    static String words(Throwable failed) {
        var causes = Stream.iterate(failed, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        for (var cause : causes) {
            switch (cause) {
                case CommandFailedException refused -> {
                    return "The server said no: " + said(refused);
                }
                case ConnectionException lost -> {
                    return lost(lost);
                }
                case SSLException untrusted -> {
                    return "The line could not be made safe: " + said(untrusted);
                }
                case UnknownHostException unknown -> {
                    return "There is no host of that name.";
                }
                case ConnectException nobody -> {
                    return "Nobody answers there.";
                }
                default -> {}
            }
        }
        return said(failed);
    }

    /** Angus makes an answer of the failure where the server gave none. */
    private static String lost(ConnectionException failed) {
        var answer = failed.getResponse();
        if (answer == null || !answer.isSynthetic()) {
            return said(failed);
        }
        return answer.getException() instanceof SocketTimeoutException
                ? "The server does not answer in time."
                : "The line to the server was cut.";
    }

    private static String said(Throwable failed) {
        var words = failed.getMessage() == null
                ? failed.getClass().getSimpleName()
                : String.join(" ", failed.getMessage().strip().split("\\s+"));
        return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
    }
}
