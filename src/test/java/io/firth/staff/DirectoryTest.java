package io.firth.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectoryTest {

    @Inject
    Directory directory;

    @Inject
    Gate gate;

    @Inject
    Heard heard;

    @Test
    void namesAreThereAtOnce() {
        // When
        var anna = SignedIn.as("Anna", Role.SUPERVISOR);

        // Then
        assertThat(directory.agent(anna.agent())).hasValue(new Agent(anna.agent(), "Anna", Role.SUPERVISOR, true));
        assertThat(directory.agent(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whatAnotherNodeChangedIsNoticedAfterAWhile() {
        // Given
        var anna = SignedIn.as(Role.AGENT);
        var bo = SignedIn.as(Role.AGENT);

        // When
        SignedIn.run("update agent set role = 'supervisor' where id = $1", Tuple.of(anna.agent()));

        // Then
        await().untilAsserted(() -> assertThat(heard.agents).contains(anna.agent()));
        assertThat(heard.agents).doesNotContain(bo.agent());
        assertThat(directory.agent(anna.agent()).orElseThrow().role()).isEqualTo(Role.SUPERVISOR);
    }

    @Test
    void aTeamThatIsRestrictedConcernsEverybody() {
        // Given
        var anna = SignedIn.as(Role.AGENT);

        // When
        SignedIn.team("Billing", true);

        // Then
        assertThat(heard.agents).contains(anna.agent());
    }

    @Test
    void signingOutIsToldAndTheGateClosesForOpenSockets() {
        // Given
        var anna = SignedIn.as(Role.AGENT);
        var credential = new Credential(Credential.Kind.SESSION, new Token(anna.cookie()));
        var identity = gate.authenticate(credential, null).await().indefinitely();

        // When
        anna.request().delete("/api/session").then().statusCode(204);

        // Then
        assertThat(heard.agents).contains(anna.agent());
        assertThatThrownBy(() -> gate.renew(identity).await().indefinitely())
                .isInstanceOf(AuthenticationFailedException.class);
    }

    @Test
    void theGateSeesNewRightsAtOnce() {
        // Given
        var anna = SignedIn.as(Role.AGENT);
        var credential = new Credential(Credential.Kind.SESSION, new Token(anna.cookie()));
        var identity = gate.authenticate(credential, null).await().indefinitely();
        var billing = SignedIn.team("Billing", true);

        // When
        var before = Access.of(gate.renew(identity).await().indefinitely());
        anna.memberOf(billing);
        var after = Access.of(gate.renew(identity).await().indefinitely());

        // Then
        assertThat(before.hiddenTeams()).contains(billing);
        assertThat(after.hiddenTeams()).doesNotContain(billing);
    }

    @Test
    void anAccountKeptForATeamIsHiddenFromOthers() {
        // Given
        var admin = SignedIn.as(Role.ADMINISTRATOR);
        var anna = SignedIn.as(Role.AGENT);
        var billing = SignedIn.team("Billing", false);
        var account = UUID.randomUUID();

        // When
        admin.request()
                .body(Map.of("accounts", List.of(account)))
                .patch("/api/teams/{id}", billing)
                .then()
                .statusCode(200);

        // Then
        assertThat(access(anna).hiddenAccounts()).contains(account);
        assertThat(access(anna.memberOf(billing)).hiddenAccounts()).doesNotContain(account);
    }

    @Test
    void whoIsNobodyIsNotRenewed() {
        var nobody = QuarkusSecurityIdentity.builder().setAnonymous(true).build();
        assertThatThrownBy(() -> gate.renew(nobody).await().indefinitely())
                .isInstanceOf(AuthenticationFailedException.class);
    }

    private Access access(SignedIn agent) {
        var credential = new Credential(Credential.Kind.SESSION, new Token(agent.cookie()));
        return Access.of(gate.authenticate(credential, null).await().indefinitely());
    }

    @Singleton
    static class Heard {

        final Queue<UUID> agents = new ConcurrentLinkedQueue<>();

        void note(@Observes AccessChanged changed) {
            agents.add(changed.agent());
        }
    }
}
