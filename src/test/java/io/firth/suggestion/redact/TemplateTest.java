package io.firth.suggestion.redact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.firth.conversation.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private static Template of(String... replies) {
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < replies.length; i++) {
            samples.add(new Sample(replies[i], "customer-" + i));
        }
        return Template.of(samples);
    }

    @Test
    void whatIsTheSameStaysAndWhatVariesIsASlot() {
        // When
        var template = of(
                "Hi {{contact.first_name}}, your parcel to Lisbon is on its way and arrives soon.",
                "Hi {{contact.first_name}}, your parcel to Old Trafford is on its way and arrives soon.",
                "Hi {{contact.first_name}}, your parcel to Oslo is on its way and arrives soon!",
                "Hi {{contact.first_name}}, your parcel to Rome is on its way and arrives soon.");

        // Then
        assertThat(template.text())
                .isEqualTo("Hi {{contact.first_name}}, your parcel to {{slot}} is on its way and arrives soon.");
        assertThat(template.isShowable()).isTrue();
        assertThat(template.isApproved()).isFalse();
        assertThat(template.samples()).isEqualTo(4);
        assertThat(template.customers()).isEqualTo(4);
    }

    @Test
    void oneCustomerThriceIsOneCustomer() {
        // Given
        var reply = "We have told Zebedee at the desk to call you back tomorrow morning.";

        // When
        var template = Template.of(List.of(
                new Sample(reply, "a"), new Sample(reply, "a"), new Sample(reply, "a"), new Sample(reply, "b")));

        // Then
        assertThat(template.isShowable()).isFalse();
        assertThat(template.text()).doesNotContain("Zebedee").isEqualTo("{{slot}}");
        assertThat(template.samples()).isEqualTo(4);
        assertThat(template.customers()).isEqualTo(2);
        assertThat(template.typical()).isEqualTo(reply);
    }

    @Test
    void whatTwoCustomersShareIsASlot() {
        // When
        var template = of(
                "Please restart the box, as Zebedee said, and wait for the green light.",
                "Please restart the box, as Zebedee said, and wait for the green light.",
                "Please restart the box, as we said, and wait for the green light.",
                "Please restart the box and wait for the green light.");

        // Then
        assertThat(template.text()).contains("Please restart the box").doesNotContain("Zebedee");
        assertThat(template.isShowable()).isTrue();
    }

    @Test
    void wordsThatEachThreeHaveSeenButNotTogetherDoNotStayTogether() {
        // Given: red, left-handed and cello stand in three replies each, all of them in one only
        var start = "Thank you, we will send the ";
        var end = " to you again by post this week.";

        // When
        var template = of(
                start + "very red quite left handed rather old cello" + end,
                start + "very red quite left handed thing" + end,
                start + "very red rather old cello" + end,
                start + "quite left handed rather old cello" + end);

        // Then
        assertThat(template.isShowable()).isTrue();
        assertThat(template.text()).doesNotContainPattern("(?s)red.*left.*cello");
    }

    @Test
    void repliesThatHaveLittleInCommonAreNotShown() {
        assertThat(of("We sent it off.", "We sent it off.", "We sent it off.").isShowable())
                .as("too short")
                .isFalse();
        assertThat(of(
                                "Thank you for your patience with us. One two three four five six seven eight nine.",
                                "Thank you for your patience with us. Red blue green brown black white grey pink gold.",
                                "Thank you for your patience with us. Cat dog mouse horse cow bird snake fish ant.")
                        .isShowable())
                .as("mostly slots")
                .isFalse();
    }

    @Test
    void linesStayLines() {
        var reply = "Hi {{contact.name}},\n\nplease open the settings and press reset.\n\nBest regards\n{{agent.name}}";

        assertThat(of(reply, reply, reply, reply).text()).isEqualTo(reply);
    }

    @Test
    void aSingleReplyIsNotShown() {
        assertThat(of("Please open the settings and press reset twice.").isShowable())
                .isFalse();
        assertThat(of("").isShowable()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> Template.of(List.of()));
    }

    @Test
    void anApprovedTextIsShownAsItIs() {
        // When
        var template = Template.approved("Ask {{agent.name}} about {{city}}.", 2, 1);

        // Then
        assertThat(template.isShowable()).isTrue();
        assertThat(template.isApproved()).isTrue();
        assertThat(template.text()).isEqualTo("Ask {{agent.name}} about {{city}}.");
        assertThat(template.customers()).isOne();
    }

    @Test
    void slotsAreFilledOnceAndNeverRead() {
        // Given
        var template = Template.approved(
                "Hi {{contact.name}}, {{ agent.name }} sends {{amount}}. $1 \\ {{contact.name}}", 0, 0);

        // When
        var filled = template.fill(Map.of(
                "contact.name",
                "{{agent.name}} $0 \\",
                "agent.name",
                "Bo\u200B {{amount}}",
                "amount",
                " ",
                "other",
                "x"));

        // Then
        assertThat(filled)
                .isEqualTo("Hi ((agent.name)) $0 \\, Bo ((amount)) sends {{amount}}. $1 \\ ((agent.name)) $0 \\");
        assertThat(Slots.in(filled)).containsExactly("amount");
    }

    @Test
    void valuesDoNotMakeSlotsWithWhatIsBesideThem() {
        var filled = Template.approved("{{{contact.name}}contact.name}}", 0, 0).fill(Map.of("contact.name", "{"));

        assertThat(Slots.in(filled)).isEmpty();
    }

    @Test
    void whatIsUnfilledIsListed() {
        assertThat(Slots.in("{{a}} { {b}} {{ c.d }} {{}} {{1}} {{a}}")).containsExactly("a", "c.d", "a");
    }
}
