package io.firth.channel.email.mailbox;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.firth.channel.email.TestAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Dovecot and OpenSMTPD as Debian packages them, on free ports of the loopback: the world's mail in a box. Every address at
 * {@code acme.test} and some at {@code customer.test} is a mailbox with the password {@code secret} as soon as it is used.
 * One pair for a whole run; another run on the same machine waits, for OpenSMTPD has one queue.
 */
public final class RealMailServers {

    public static final String PASSWORD = "secret";

    /** A mailbox that holds 300 bytes. */
    public static final String FULL = "full@customer.test";

    private static final Duration SOON = Duration.ofSeconds(20);
    private static @Nullable RealMailServers running;

    private final Path folder = Path.of("target", "mail-servers").toAbsolutePath();
    private final FileLock lock;
    private List<Process> processes = List.of();
    private final TestAuthority authority;
    private final int imap = freePort();
    private final int imaps = freePort();
    private final int smtp = freePort();
    private final int lmtp = freePort();

    private RealMailServers() throws IOException {
        var file = Path.of(System.getProperty("java.io.tmpdir"), "firth-mail-servers.lock");
        lock = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                .lock();
        clear(folder);
        Files.createDirectories(folder);
        authority = TestAuthority.in(folder);
        write("dovecot.conf", dovecot());
        write("smtpd.conf", opensmtpd());
        write(
                "users",
                "%s:::::::userdb_quota_rule=*:bytes=300 uid=mail gid=mail home=%s/homes/customer.test/full\n"
                        .formatted(FULL, folder));
        Files.createDirectories(folder.resolve("run"));
        Files.setPosixFilePermissions(authority.serverKey(), PosixFilePermissions.fromString("rw-------"));
        Files.createDirectories(folder.resolve("homes"));
        run("chown", "mail:mail", folder.resolve("homes").toString());
    }

    /** The servers; the test that asks is skipped where they cannot be had, and says why. */
    public static synchronized RealMailServers started() {
        var obstacle = obstacle();
        assumeTrue(obstacle == null, "skipped, because " + obstacle);
        if (running == null) {
            try {
                running = new RealMailServers();
                running.start();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return running;
    }

    private static @Nullable String obstacle() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return "Dovecot and OpenSMTPD are started by root only.";
        }
        var missing = Stream.of(
                        "/usr/sbin/dovecot",
                        "/usr/bin/doveadm",
                        "/usr/lib/dovecot/lmtp",
                        "/usr/lib/dovecot/modules/lib90_sieve_plugin.so",
                        "/usr/sbin/smtpd")
                .filter(path -> !Files.exists(Path.of(path)))
                .toList();
        return missing.isEmpty()
                ? null
                : missing
                        + " is not installed (dovecot-imapd, dovecot-lmtpd, dovecot-sieve and opensmtpd of Debian"
                        + " bring it).";
    }

    private void start() throws IOException {
        var dovecot = new ProcessBuilder(
                        "dovecot", "-F", "-c", folder.resolve("dovecot.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("dovecot.out").toFile())
                .start();
        var smtpd = new ProcessBuilder(
                        "smtpd", "-d", "-f", folder.resolve("smtpd.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("smtpd.log").toFile())
                .start();
        processes = List.of(smtpd, dovecot);
        Runtime.getRuntime().addShutdownHook(new Thread(RealMailServers::end));
        for (int port : List.of(imap, imaps, smtp, lmtp)) {
            Awaitility.await().atMost(SOON).ignoreExceptions().until(() -> answers(port));
        }
    }

    /** Ends them, for the next class: another class loader of this JVM could neither use them nor have the lock. */
    public static synchronized void end() {
        if (running != null) {
            running.stop();
            running = null;
        }
    }

    private void stop() {
        try {
            for (var server : processes) {
                server.destroy();
                server.waitFor(10, TimeUnit.SECONDS);
            }
            lock.acquiredBy().close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    public int imap() {
        return imap;
    }

    public int imaps() {
        return imaps;
    }

    public int smtp() {
        return smtp;
    }

    /** Whom the servers' certificate comes from. It is for {@code localhost} and no other name. */
    public TestAuthority authority() {
        return authority;
    }

    /** What a mailbox does with mail that comes in. */
    public void sieve(String user, String script) {
        try {
            var home = folder.resolve("homes").resolve(domain(user)).resolve(user.substring(0, user.indexOf('@')));
            Files.createDirectories(home);
            Files.writeString(home.resolve(".dovecot.sieve"), script);
            run("chown", "-R", "mail:mail", folder.resolve("homes").toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Dovecot's own tool. @return what it says */
    public String doveadm(String... words) {
        var command = new ArrayList<>(
                List.of("doveadm", "-c", folder.resolve("dovecot.conf").toString()));
        command.addAll(Arrays.asList(words));
        return run(command.toArray(String[]::new));
    }

    /** Puts a mail into a folder, as a mail program does with what it has sent. */
    public void save(String user, String folder, String mail) {
        try {
            var file = Files.createTempFile("mail", ".eml");
            Files.writeString(file, mail);
            try {
                save(user, folder, file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The same with a mail in a file. */
    public void save(String user, String folder, Path mail) {
        run(
                "sh",
                "-c",
                "doveadm -c '%s' save -u '%s' -m '%s' < '%s'"
                        .formatted(this.folder.resolve("dovecot.conf"), user, folder, mail));
    }

    /** A mail that somebody sends. */
    public void deliver(String from, String to, String mail) {
        try (var client = new SmtpLine(smtp)) {
            client.deliver(from, to, mail);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static String domain(String address) {
        return address.substring(address.indexOf('@') + 1);
    }

    private static String run(String... command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(List.of(command) + ": " + said);
            }
            return said;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private static boolean answers(int port) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private String dovecot() {
        return """
            base_dir = %1$s/run
            state_dir = %1$s/state
            log_path = %1$s/dovecot.log
            protocols = imap lmtp
            listen = 127.0.0.1
            ssl = yes
            ssl_cert = <%1$s/server.pem
            ssl_key = <%1$s/server.key
            disable_plaintext_auth = no
            auth_mechanisms = plain login
            auth_failure_delay = 0
            mail_uid = mail
            mail_gid = mail
            first_valid_uid = 1
            mail_home = %1$s/homes/%%d/%%n
            mail_location = maildir:~/Maildir
            recipient_delimiter = +
            lmtp_save_to_detail_mailbox = no
            passdb {
              driver = static
              args = password=secret
            }
            userdb {
              driver = passwd-file
              args = %1$s/users
            }
            userdb {
              driver = static
              args = uid=mail gid=mail home=%1$s/homes/%%d/%%n
            }
            namespace inbox {
              inbox = yes
              mailbox Outgoing {
                auto = subscribe
                special_use = \\Sent
              }
            }
            service imap-login {
              inet_listener imap {
                port = %2$d
              }
              inet_listener imaps {
                port = %3$d
                ssl = yes
              }
            }
            service lmtp {
              inet_listener lmtp {
                port = %4$d
              }
            }
            service anvil {
              unix_listener anvil-auth-penalty {
                mode = 0
              }
            }
            service stats {
              chroot =
            }
            postmaster_address = postmaster@acme.test
            submission_host = 127.0.0.1:%5$d
            protocol lmtp {
              mail_plugins = sieve quota
            }
            protocol imap {
              mail_plugins = quota
            }
            plugin {
              sieve = file:~/sieve;active=~/.dovecot.sieve
              sieve_vacation_min_period = 0
              sieve_vacation_dont_check_recipient = no
              quota = maildir:User quota
              quota_rule = *:storage=1G
              quota_exceeded_message = Mailbox is full
            }
            """.formatted(folder, imap, imaps, lmtp, smtp);
    }

    private String opensmtpd() {
        return """
            table vdomains { acme.test customer.test }
            table vusers { "@acme.test" = mail "anna@customer.test" = mail "bob@customer.test" = mail \\
                "away@customer.test" = mail "picky@customer.test" = mail "%3$s" = mail }
            queue ttl 4s
            smtp max-message-size 60M
            listen on 127.0.0.1 port %1$d hostname mx.acme.test
            action "in" lmtp "127.0.0.1:%2$d" rcpt-to virtual <vusers>
            match from any for domain <vdomains> action "in"
            """.formatted(smtp, lmtp, FULL);
    }
}
