package io.firth.survey;

import io.firth.channel.Account;
import io.firth.channel.Accounts;
import io.firth.channel.ChannelType;
import io.firth.conversation.NotFound;
import io.firth.conversation.Refused;
import io.firth.home.Home;
import io.firth.staff.Access;
import io.firth.staff.Role;
import io.firth.survey.wording.MailWords;
import io.firth.survey.wording.Wording;
import io.firth.survey.wording.Wordings;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who asks their customers how satisfied they are, and in which words. */
@Path("/api/surveys")
@RolesAllowed(Role.ADMINISTRATORS)
@Tag(name = "Surveys")
class SurveysResource {

    private static final Set<ChannelType> ASKING = Set.of(ChannelType.EMAIL, ChannelType.CHAT);

    private final Accounts accounts;
    private final Policies policies;
    private final Wordings wordings;
    private final SurveyConfig config;
    private final Home home;
    private final SecurityIdentity caller;

    SurveysResource(
            Accounts accounts,
            Policies policies,
            Wordings wordings,
            SurveyConfig config,
            Home home,
            SecurityIdentity caller) {
        this.accounts = accounts;
        this.policies = policies;
        this.wordings = wordings;
        this.config = config;
        this.home = home;
        this.caller = caller;
    }

    /**
     * @param account as in {@code /api/channels}
     * @param delayMinutes from the moment to the question
     * @param reminderDays null for no reminder; chat reminds nobody
     * @param quietDays in which a contact is asked at most once; 0 for no limit
     * @param validDays for which an answer is taken
     * @param language null for that of the deployment
     */
    record AccountPolicy(
            UUID account,
            String name,
            String channel,
            boolean asks,
            Scale scale,
            Moment moment,
            int delayMinutes,
            @Nullable Integer reminderDays,
            int quietDays,
            int validDays,
            @Nullable String language,
            List<Item> items) {

        static AccountPolicy of(Account account, Policy policy) {
            return new AccountPolicy(
                    account.id(),
                    account.name(),
                    account.type().word(),
                    policy.asks(),
                    policy.scale(),
                    policy.moment(),
                    Math.toIntExact(policy.delay().toMinutes()),
                    policy.reminderDays(),
                    policy.quietDays(),
                    policy.validDays(),
                    policy.language(),
                    policy.items().stream().sorted().toList());
        }
    }

    /** @param languages that there are words in @param language in which is asked where an account names none */
    record Overview(List<AccountPolicy> accounts, List<String> languages, String language) {}

    /** The policy as it is to be. */
    record Change(
            @NotNull Boolean asks,
            @NotNull Scale scale,
            @NotNull Moment moment,
            @NotNull @Min(0) @Max(10_080) Integer delayMinutes,
            @Nullable @Min(1) @Max(60) Integer reminderDays,
            @NotNull @Min(0) @Max(365) Integer quietDays,
            @NotNull @Min(1) @Max(365) Integer validDays,
            @Nullable String language,
            @NotNull List<@NotNull Item> items) {

        Policy policy() {
            return new Policy(
                    asks,
                    scale,
                    moment,
                    Duration.ofMinutes(delayMinutes),
                    reminderDays,
                    quietDays,
                    validDays,
                    language,
                    Set.copyOf(items));
        }
    }

    record Answer(int score, String sign, String label) {}

    record Labelled(Item item, String label) {}

    record Mail(String text, String html) {}

    /** @param wording by which these words are known in every answer to them */
    record Preview(
            String language,
            String wording,
            boolean rightToLeft,
            String question,
            List<Answer> answers,
            List<Labelled> items,
            String comment,
            Mail mail,
            Mail reminder) {}

    @GET
    @Path("/policy")
    @Operation(summary = "Which accounts ask their customers, and how")
    public Uni<Overview> policies() {
        var asking = accounts.present().stream()
                .filter(account -> ASKING.contains(account.type()))
                .toList();
        return policies.of(asking)
                .map(known -> known.stream()
                        .map(each -> AccountPolicy.of(each.account(), each.policy()))
                        .toList())
                .map(all -> new Overview(all, wordings.languages(), config.language()));
    }

    @PUT
    @Path("/policy/{account}")
    @Operation(summary = "Decide whether an account asks its customers, and how")
    public Uni<AccountPolicy> decide(UUID account, @Valid @NotNull Change change) {
        var found = account(account);
        check(found, change);
        return policies.decide(Access.of(caller).agent(), found, change.policy())
                .chain(() -> policies.of(found))
                .map(policy -> AccountPolicy.of(found, policy));
    }

    /** What customers are shown, with a link that leads nowhere. */
    @GET
    @Path("/preview")
    @Operation(summary = "The words of a question in one language, and the mails that ask it")
    public Preview preview(
            @RestQuery @Nullable String language,
            @RestQuery @DefaultValue("faces") String scale,
            @RestQuery @Nullable UUID account) {
        var asked = Arrays.stream(Scale.values())
                .filter(each -> each.word().equals(scale))
                .findFirst()
                .orElseThrow(() -> new Refused("survey.scale", "There are numbers, faces and thumbs."));
        var name = account == null ? "Firth" : account(account).name();
        return preview(wordings.of(language, config.language()), asked, name);
    }

    private Preview preview(Wording wording, Scale scale, String account) {
        var link = home.url() + "/rate/";
        return new Preview(
                wording.language(),
                Wording.VERSION,
                wording.isRightToLeft(),
                wording.question(),
                scale.scores().stream()
                        .map(score -> new Answer(score, MailWords.sign(scale, score), wording.label(scale, score)))
                        .toList(),
                Arrays.stream(Item.values())
                        .map(item -> new Labelled(item, wording.item(item)))
                        .toList(),
                wording.say("comment"),
                mail(MailWords.of(wording, scale, link, account, false)),
                mail(MailWords.of(wording, scale, link, account, true)));
    }

    private static Mail mail(MailWords words) {
        return new Mail(words.text(), words.html());
    }

    private Account account(UUID id) {
        return accounts.find(id).orElseThrow(() -> new NotFound("account", id));
    }

    private void check(Account account, Change change) {
        if (!ASKING.contains(account.type())) {
            throw new Refused("survey.channel", "Only e-mail and chat accounts ask their customers.");
        }
        var language = change.language();
        if (language != null && !wordings.speaks(language)) {
            throw new Refused("survey.language", "There are no words in this language.");
        }
        var reminder = change.reminderDays();
        if (reminder != null && reminder >= change.validDays()) {
            throw new Refused("survey.reminder", "The reminder comes after the link has expired.");
        }
    }
}
