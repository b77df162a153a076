package io.firth.exchange.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.firth.conversation.Address;
import io.firth.conversation.Category;
import io.firth.conversation.Interaction.Rated;
import io.firth.exchange.imports.Line.What;
import io.firth.exchange.imports.Line.Who;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineReaderTest {

    private static final String ANN = "'from':{'customer':'ann@example.org','name':'Ann'}";
    private static final String BO = "'from':{'agent':'Bo@Example.com'}";
    private static final String AT = "'conversation':'zd-1','at':'2026-01-05T09:00:00Z'";

    private final LineReader reader =
            new LineReader("zendesk", Set.of("email", "chat"), Instant.parse("2026-06-01T00:00:00Z"));

    @Test
    void aCustomersMessage() {
        var line = read("{" + AT + ",'type':'message'," + ANN + ",'channel':'email','text':'Where is it?'}");

        assertThat(line.conversation()).isEqualTo("zd-1");
        assertThat(line.at()).isEqualTo("2026-01-05T09:00:00Z");
        assertThat(line.channel()).isEqualTo("email");
        assertThat(line.customer()).isEqualTo(Address.email("ann@example.org", "Ann"));
        assertThat(line.what()).isInstanceOfSatisfying(What.Message.class, message -> assertThat(
                        message.words().text())
                .isEqualTo("Where is it?"));
    }

    @Test
    void anAgentIsKnownByAddressInLowerCase() {
        var line = read("{" + AT + ",'type':'message'," + BO + ",'text':'On its way'}");

        assertThat(line.from()).isEqualTo(new Who.Colleague("bo@example.com", null));
        assertThat(line.customer()).isNull();
    }

    @Test
    void whatAnEmailIsCalledIsItsNameForLaterAnswers() {
        var line = read("{" + AT + ",'type':'message'," + ANN
                + ",'id':'<a@mail.example>','in_reply_to':'b@mail.example','text':'x'}");

        assertThat(line.messageId()).isEqualTo("a@mail.example");
        assertThat(line.names()).containsExactly("a@mail.example", "b@mail.example");
    }

    @Test
    void everyOtherType() {
        assertThat(what("'type':'note'," + BO + ",'text':'x'")).isInstanceOf(What.Note.class);
        assertThat(what("'type':'bot','text':'x'")).isInstanceOf(What.BotMessage.class);
        assertThat(what("'type':'status','status':'resolved','reason':'customer_error'"))
                .isEqualTo(new What.Status(Category.RESOLVED, null, "customer_error"));
        assertThat(what("'type':'status','status':'snoozed','until':'2026-01-06T09:00:00+01:00'"))
                .isEqualTo(new What.Status(Category.SNOOZED, Instant.parse("2026-01-06T08:00:00Z"), null));
        assertThat(what("'type':'assign','agent':'bo@example.com'"))
                .isEqualTo(new What.Assign(new Line.Named(true, "bo@example.com"), new Line.Named(false, null)));
        assertThat(what("'type':'assign','agent':null,'team':'Returns'"))
                .isEqualTo(new What.Assign(new Line.Named(true, null), new Line.Named(true, "Returns")));
        assertThat(what("'type':'label','add':['vip'],'remove':['new','vip']"))
                .isEqualTo(new What.Label(sorted("vip"), sorted("new")));
        assertThat(what("'type':'priority','priority':'urgent'")).isInstanceOf(What.Prioritise.class);
        assertThat(what("'type':'handover','reason':'asked'")).isEqualTo(new What.Handover("asked"));
        assertThat(what("'type':'rating'," + ANN + ",'survey':'csat','score':5,'comment':'fast'"))
                .isEqualTo(new What.Rating(new Rated("csat", "1-5", 5, "fast", null)));
        assertThat(what("'type':'rating'," + ANN + ",'survey':'nps','score':0"))
                .isEqualTo(new What.Rating(new Rated("nps", "0-10", 0, null, null)));
        assertThat(what("'type':'customer_event'," + ANN + ",'event':'purchase','amount':49.90,'currency':'EUR'"))
                .isEqualTo(new What.Event("purchase", new BigDecimal("49.90"), "EUR"));
    }

    @Test
    void filesAreBytesOrLinks() {
        var message = (What.Message)
                what(
                        "'type':'message'," + ANN
                                + ",'attachments':['https://files.example/a%20b.pdf',{'name':'x.txt','media_type':'text/plain','data':'aGk='}]");

        assertThat(message.words().files())
                .containsExactly(
                        new Line.File(
                                "a b.pdf", "application/octet-stream", null, "https://files.example/a%20b.pdf", null),
                        new Line.File("x.txt", "text/plain", null, null, "aGk="));
    }

    @Test
    void customersHaveOtherAddressesThanEmail() {
        assertThat(customer("{'customer':'+41 79 123 45 67'}")).isEqualTo(new Address("phone", "+41791234567", null));
        assertThat(customer("{'customer':'u-77'}")).isEqualTo(new Address("import:zendesk", "u-77", null));
        assertThat(customer("{'customer':'did:plc:x','kind':'bluesky'}"))
                .isEqualTo(new Address("bluesky", "did:plc:x", null));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        [1]                                                                                   | no JSON object
        {                                                                                     | no JSON:
        {} {}                                                                                 | no JSON:
        {'type':'note','type':'note'}                                                         | no JSON:
        {'at':'2026-01-05T09:00:00Z','conversation':'a'}                                      | `type` is missing
        {AT,'type':'email'}                                                                   | `type` is `email`; it may be assign, bot
        {AT,'type':'message','txt':'x'}                                                       | no field `txt`
        {'conversation':'a','type':'bot','text':'x'}                                          | `at` is missing
        {'conversation':'a','at':'2026-01-05','type':'bot','text':'x'}                        | `at` is no instant with a zone
        {'conversation':'a','at':'2026-01-05T09:00:00','type':'bot','text':'x'}               | `at` is no instant with a zone
        {'conversation':'a','at':'1969-01-05T09:00:00Z','type':'bot','text':'x'}              | before 1970
        {'conversation':'a','at':'2026-07-05T09:00:00Z','type':'bot','text':'x'}              | in the future
        {'conversation':'a','at':7,'type':'bot','text':'x'}                                   | `at` is no text
        {'at':'2026-01-05T09:00:00Z','type':'bot','text':'x'}                                 | `conversation` is missing
        {AT,'type':'message','text':'x'}                                                      | neither a customer nor an agent
        {AT,'type':'message','from':{'name':'x'},'text':'x'}                                  | neither a customer nor an agent
        {AT,'type':'message','from':{'customer':'a','agent':'b@c'},'text':'x'}                | both a customer and an agent
        {AT,'type':'message','from':'ann@example.org','text':'x'}                             | `from` is no object
        {AT,'type':'message','from':{'agent':'bo'},'text':'x'}                                | `from.agent` is no e-mail address
        {AT,'type':'message',ANN}                                                             | `text` is missing
        {AT,'type':'message',ANN,'text':'  '}                                                 | `text` is missing
        {AT,'type':'message',ANN,'text':7}                                                    | `text` is no text
        {AT,'type':'message',ANN,'text':'x','channel':'fax'}                                  | `channel` is `fax`; it may be chat or email
        {AT,'type':'message',ANN,'text':'x','attachments':'a'}                                | `attachments` is no list
        {AT,'type':'message',ANN,'text':'x','attachments':['file:///etc/passwd']}             | no link to the web
        {AT,'type':'message',ANN,'text':'x','attachments':[{'name':'x'}]}                     | needs either `url` or `data`
        {AT,'type':'message',ANN,'text':'x','attachments':[{'data':'***'}]}                   | `attachments[0].data` is no base64
        {AT,'type':'note',ANN,'text':'x'}                                                     | a note is an agent's
        {AT,'type':'status'}                                                                  | `status` is missing
        {AT,'type':'status','status':'closed'}                                                | `status` is `closed`; it may be open, pending
        {AT,'type':'status','status':'open','until':'2026-01-06T09:00:00Z'}                   | `until` goes with the status snoozed
        {AT,'type':'assign'}                                                                  | neither `agent` nor `team`
        {AT,'type':'assign','agent':'bo'}                                                     | `agent` is no e-mail address
        {AT,'type':'label'}                                                                   | neither `add` nor `remove`
        {AT,'type':'label','add':['']}                                                        | `add[0]` is no text
        {AT,'type':'priority','priority':'p1'}                                                | `priority` is `p1`
        {AT,'type':'rating',BO,'survey':'csat','score':5}                                     | a rating is a customer's
        {AT,'type':'rating',ANN,'score':5}                                                    | `survey` is missing
        {AT,'type':'rating',ANN,'survey':'stars','score':5}                                   | `survey` is `stars`; it may be ces, csat or nps
        {AT,'type':'rating',ANN,'survey':'csat'}                                              | `score` is missing
        {AT,'type':'rating',ANN,'survey':'csat','score':6}                                    | `score` is no whole number from 1 to 5
        {AT,'type':'rating',ANN,'survey':'csat','score':4.5}                                  | `score` is no whole number from 1 to 5
        {AT,'type':'rating',ANN,'survey':'csat','score':'5'}                                  | `score` is no whole number from 1 to 5
        {AT,'type':'rating',ANN,'survey':'csat','scale':'thumbs','score':2}                   | `score` is no whole number from 0 to 1
        {AT,'type':'rating',ANN,'survey':'nps','score':11}                                    | `score` is no whole number from 0 to 10
        {AT,'type':'rating',ANN,'survey':'ces','score':0}                                     | `score` is no whole number from 1 to 3
        {AT,'type':'rating',ANN,'survey':'ces','scale':'1-5','score':1}                       | `scale` is `1-5`; it may be 1-3
        {AT,'type':'customer_event',BO,'event':'purchase'}                                    | a customer event is a customer's
        {AT,'type':'customer_event',ANN}                                                      | `event` is missing
        {AT,'type':'customer_event',ANN,'event':'purchase','amount':5}                        | `currency` is missing
        {AT,'type':'customer_event',ANN,'event':'purchase','amount':'many','currency':'EUR'}  | `amount` is no number
        {AT,'type':'customer_event',ANN,'event':'purchase','amount':1e99,'currency':'EUR'}    | `amount` has too many digits
        {AT,'type':'customer_event',ANN,'event':'purchase','amount':5,'currency':'€'}         | `currency` is no code
        """)
    void whatCannotBeUnderstoodInFullIsRefusedWithTheReason(String line, String reason) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(Unfit.class).hasMessageContaining(reason);
    }

    @Test
    void whatIsNotInUtf8IsRefused() {
        assertThatThrownBy(() -> reader.read("{\"text\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1)))
                .isInstanceOf(Unfit.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void aNameThatCannotBeKeptIsRefused() {
        assertThatThrownBy(
                        () -> read("{'conversation':'a\\u0000b','at':'2026-01-05T09:00:00Z','type':'bot','text':'x'}"))
                .hasMessageContaining("`conversation` has a character");
    }

    @Test
    void theSameContentHasOneKeyHoweverItIsWritten() {
        var one = read("{" + AT + ",'type':'bot','text':'x'}");
        var same = read("{ 'text':'x', 'type':'bot', 'at':'2026-01-05T09:00:00Z',  'conversation':'zd-1' }");
        var other = read("{" + AT + ",'type':'bot','text':'y'}");

        assertThat(same.key()).isEqualTo(one.key()).isNotEqualTo(other.key());
    }

    @Test
    void anIdIsTheKeyWhateverTheContent() {
        var one = read("{'id':7," + AT + ",'type':'bot','text':'x'}");
        var again = read("{'id':'7'," + AT + ",'type':'bot','text':'y'}");
        var ofAnotherType = read("{'id':'7'," + AT + ",'type':'status','status':'open'}");

        assertThat(again.key()).isEqualTo(one.key()).isNotEqualTo(ofAnotherType.key());
    }

    /** A line is understood or refused; it never fails in any other way. */
    @Test
    void nothingThatIsBentGetsByUnnoticed() {
        var seed = Long.getLong("firth.seed", System.nanoTime());
        System.out.println("LineReaderTest: -Dfirth.seed=" + seed);
        var random = new Random(seed);
        var whole =
                json("{'id':7," + AT + ",'type':'rating'," + ANN + ",'survey':'csat','score':5,'comment':'\\u00e4'}");
        for (int i = 0; i < 20_000; i++) {
            var bent = whole.clone();
            for (int n = random.nextInt(4); n >= 0; n--) {
                bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(reader.read(bent).key()).isNotBlank();
            } catch (Unfit unfit) {
                assertThat(unfit.reason()).isNotBlank();
            }
        }
    }

    private What what(String fields) {
        return read("{" + AT + "," + fields + "}").what();
    }

    private Address customer(String from) {
        return read("{" + AT + ",'type':'message','text':'x','from':" + from + "}")
                .customer();
    }

    private Line read(String line) {
        return reader.read(json(line));
    }

    private static byte[] json(String line) {
        return line.replace("{AT,", "{" + AT + ",")
                .replace(",ANN", "," + ANN)
                .replace(",BO", "," + BO)
                .replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8);
    }

    private static TreeSet<String> sorted(String... labels) {
        return new TreeSet<>(List.of(labels));
    }
}
