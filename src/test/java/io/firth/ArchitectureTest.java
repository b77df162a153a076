package io.firth;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.function.Predicate.isEqual;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.ImportOption.OnlyIncludeTests;
import jakarta.persistence.Entity;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which way imports run, and what keeps every room readable. */
class ArchitectureTest {

    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final List<String> GROUND = List.of("conversation", "home");
    private static final List<String> SHARED = List.of("customer", "staff", "http");
    private static final List<String> CAPABILITIES = List.of(
            "channel",
            "inbox",
            "routing",
            "sla",
            "metrics",
            "suggestion",
            "deflection",
            "knowledge",
            "survey",
            "presence",
            "exchange");

    /** One exception a line, with its reason. */
    private static final Map<String, Set<String>> EXCEPTIONS = Map.of(
            // A reply goes out by an account, and its length and its guard are its channel's.
            "inbox", Set.of("channel"),
            // A conversation of another system belongs to an account too.
            "exchange", Set.of("channel"),
            // A question goes out by an account, as its channel asks.
            "survey", Set.of("channel"));

    private static final JavaClasses PRODUCT = read(new DoNotIncludeTests());
    private static final JavaClasses TESTS = read(new OnlyIncludeTests());

    private static JavaClasses read(ImportOption option) {
        return new ClassFileImporter().withImportOption(option).importPackages("io.firth");
    }

    @Test
    void aConversationIsPlainJava() {
        classes()
                .that()
                .resideInAPackage("io.firth.conversation..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.jspecify..", "io.firth.conversation..")
                .check(PRODUCT);
    }

    @Test
    void theGroundFloorKnowsNoOtherRoomAndTheJournalOnlyTheGroundFloor() {
        onlyKnows("home", List.of());
        onlyKnows("journal", GROUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer", "staff", "http"})
    void whatIsSharedKnowsNoCapability(String room) {
        onlyKnows(
                room,
                Stream.of(GROUND, SHARED, List.of("journal"))
                        .flatMap(List::stream)
                        .toList());
    }

    static List<String> capabilities() {
        return CAPABILITIES;
    }

    @ParameterizedTest
    @MethodSource("capabilities")
    void aCapabilityKnowsNoOther(String room) {
        var others = CAPABILITIES.stream()
                .filter(isEqual(room).negate())
                .filter(other -> !EXCEPTIONS.getOrDefault(room, Set.of()).contains(other))
                .map(ArchitectureTest::packageOf)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(packageOf(room))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    @Test
    void aChannelsFolderKnowsNoOtherAndIsNotKnownByItsParent() {
        slices().matching("io.firth.channel.(*)..")
                .should()
                .notDependOnEachOther()
                .check(PRODUCT);
        noClasses()
                .that()
                .resideInAPackage("io.firth.channel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.firth.channel.*..")
                .check(PRODUCT);
    }

    @Test
    void nobodyKnowsLiveAndOnlySocketsKnowSockets() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.firth.live..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.firth.live..")
                .check(PRODUCT);
        noClasses()
                .that(not(resideInAnyPackage("io.firth.live..", "io.firth.channel.chat..")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.quarkus.websockets..")
                .check(PRODUCT);
    }

    @Test
    void onlyTheRoomsThatAskModelsKnowThem() {
        noClasses()
                .that(not(resideInAnyPackage("io.firth.suggestion..", "io.firth.deflection..", "io.firth.knowledge..")))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.langchain4j..", "io.quarkiverse.langchain4j..", "ai.onnxruntime..", "ai.djl..")
                .check(PRODUCT);
    }

    @Test
    void roomsFormNoCycle() {
        slices().matching("io.firth.(*)..").should().beFreeOfCycles().check(PRODUCT);
    }

    @Test
    void rowsStayInTheirRoom() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(PRODUCT);
    }

    /** A package-private method of an endpoint is passed over without a word, and answers 404. */
    @Test
    void endpointsArePublic() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should()
                .bePublic()
                .check(PRODUCT);
    }

    @Test
    void namesAreWordsOfTheProduct() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Manager|Helper|Util|Utils|Service|DTO|Dto)(\\$.*)?")
                .orShould()
                .haveNameMatching(".*[.$](Abstract|I(?=[A-Z][a-z]))[A-Z]\\w*")
                .check(PRODUCT);
    }

    @Test
    void noTestSleeps() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class).check(TESTS);
        noClasses()
                .should()
                .callMethod(Thread.class, "sleep", java.time.Duration.class)
                .check(TESTS);
    }

    @Test
    void onlyTheJournalWritesConversations() throws IOException {
        var writes = Pattern.compile("(?i)(insert into|update|delete from)\\s+(conversation|interaction|accepted)\\b");
        try (var files = Files.walk(SOURCES)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> !file.toString().contains("journal"))
                            .filter(file -> writes.matcher(text(file)).find()))
                    .isEmpty();
        }
    }

    @Test
    void everyPackageSaysInOneSentenceWhatItIs() throws IOException {
        try (var folders = Files.walk(SOURCES.resolve("io"))) {
            assertThat(folders.filter(Files::isDirectory).filter(ArchitectureTest::holdsJava))
                    .allSatisfy(folder -> assertThat(text(folder.resolve("package-info.java")))
                            .containsPattern("(?s)^/\\*\\*.+\\.\\s+(\\*/|\\*\\s).*@NullMarked\\s+package "));
        }
    }

    @Test
    void theMapInTheReadmeIsThatOfTheRooms() throws IOException {
        var line = Pattern.compile("^[│├└─ ]*[├└]── ([a-z]+)/ +(\\S.*)$", Pattern.MULTILINE);
        var map = text(Path.of("README.md"));
        var sentences = line.matcher(map.substring(0, map.indexOf("frontend/")))
                .results()
                .toList();
        assertThat(sentences).hasSizeGreaterThan(5);
        for (var each : sentences) {
            var room = each.group(1);
            var channel = SOURCES.resolve(Path.of("io", "firth", "channel", room));
            var folder = Files.isDirectory(channel) ? channel : SOURCES.resolve(Path.of("io", "firth", room));
            assertThat(text(folder.resolve("package-info.java"))
                            .toLowerCase(Locale.ROOT)
                            .replaceAll("\\s+(\\* )?", " "))
                    .as(room)
                    .contains(each.group(2).toLowerCase(Locale.ROOT));
        }
    }

    private static void onlyKnows(String room, List<String> others) {
        var known = Stream.concat(Stream.of(room), others.stream())
                .map(ArchitectureTest::packageOf)
                .toArray(String[]::new);
        noClasses()
                .that()
                .resideInAPackage(packageOf(room))
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAPackage("io.firth..").and(not(resideInAnyPackage(known))))
                .check(PRODUCT);
    }

    private static String packageOf(String room) {
        return "io.firth." + room + "..";
    }

    private static boolean holdsJava(Path folder) {
        try (var files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
