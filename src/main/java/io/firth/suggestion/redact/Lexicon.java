package io.firth.suggestion.redact;

import java.util.Arrays;
import java.util.Set;

/** Words that tell what the words beside them are. Folded: lower case, no accents. */
final class Lexicon {

    static final Set<String> TITLES = words("""
            mr mrs ms miss mx dr prof professor sir madam herr herrn frau fraulein hr fr monsieur madame mademoiselle m mme mlle
            senor senora srta sr sra don dona signor signora sig dhr mevr mevrouw meneer pan pani ing dipl mag""");

    static final Set<String> PARTICLES = words("""
            van von vom zu zum zur der den dem de del della di da do dos das du des la le el al bin ibn ben abu ter ten af av y e st""");

    /** Who may be greeted or sign without being a person. */
    static final Set<String> ROLES = words("""
            all there everyone everybody team support service customer customers client friend friends guys folks sir madam sirs
            ladies gentlemen again back sales office info admin shop help desk care mail no reply noreply contact hello user member
            dear hi hey thanks thank you regards best kind yours valued the your our we i it this is for in on to
            alle zusammen e y et team kunde kundin kunden damen herren und or and nochmal wieder ihnen dir euch ihr du sie
            tous toutes client cliente equipe todos todas equipo tutti tutte clienti allemaal klant alla allihopa""");

    /** Given names and surnames that are also words one writes every day: taken for names only where they are written as such. */
    static final Set<String> ORDINARY = words("""
            will mark may june april august summer autumn grace hope faith joy rose lily bill rob sue pat drew chase art max min bob gene
            guy jack rich frank ernest dean dale glen jay ray ivy iris olive ruby amber pearl crystal dawn eve penny poppy daisy
            young long short small little big brown black white green gray grey gold silver king price page park bush wood woods stone
            rivers hill field fields bell cook baker butler carter mason miller potter smith taylor walker fisher hunter shepherd
            church day week month moon star sun snow frost winter north south east west love wise sharp swift strong good best new old
            case grant banks bond cash card cross gift fair hand head foot post ford read real said see sent so now still then he she
            lang kurz klein gross jung alt neu sommer herbst mai juni ernst frank kaiser koenig konig graf richter vogel fuchs wolf
            berg bach wald stein winter weiss schwarz braun gut fest frei recht bitte danke
            yes none null true false other unknown male female standard premium basic active inactive open closed
            paid order account number email phone name date item items size colour color left right one two three""");

    static final String GREETINGS = """
            dear|hi|hello|hey|hiya|greetings|good (?:morning|afternoon|evening|day)|hi and welcome|\
            hallo|hi|liebe[rs]?|sehr geehrte[rs]?|geehrte[rs]?|guten (?:tag|morgen|abend)|moin|servus|gr(?:ü|ue)(?:ß|ss) (?:gott|dich)|\
            bonjour|salut|bonsoir|ch(?:er|ère|ere)|coucou|hola|estimad[oa]|querid[oa]|buen(?:os|as) (?:días|dias|tardes|noches)|\
            ciao|gentile|egregio|buon(?:giorno|asera)|car[oa]|salve|beste|geachte|hoi|goede(?:morgen|middag|navond|ndag)|\
            olá|ola|prezad[oa]|bom dia|boa (?:tarde|noite)|hej|hejsan|hei|kære|kjære|bästa|cześć|czesc|szanown[ya]|drog[ia]|dzień dobry""";

    /** After which a name is one only with a capital. */
    static final String THANKS = """
            thanks(?: a lot| so much)?|thank you(?: so much)?|many thanks|sorry|welcome|ok(?:ay)?|great|danke|vielen dank|merci|gracias|grazie|\
            obrigad[oa]|bedankt|tack|tak""";

    static final String CLOSINGS = """
            (?:with )?(?:my |our )?(?:very )?(?:best|kind(?:est)?|warm(?:est)?|many|friendly)(?: (?:regards|wishes|greetings))?|regards|greetings|\
            cheers|thanks(?: again| a lot| so much)?|thank you(?: again)?|many thanks|(?:yours )?(?:sincerely|faithfully|truly)(?: yours)?|all the best|\
            take care|have a (?:nice|great|good|lovely) (?:day|evening|weekend)|\
            mit (?:freundlichen?|besten|lieben|herzlichen) gr(?:ü|ue)(?:ß|ss)en?|mit freundlichem gru(?:ß|ss)|\
            (?:viele|liebe|beste|freundliche|herzliche|schöne) gr(?:ü|ue)(?:ß|ss)e|gr(?:ü|ue)(?:ß|ss)e|lg|mfg|vg|bg|\
            cordialement|bien (?:cordialement|à vous)|bien a vous|sincères salutations|à bientôt|\
            (?:un |saludos )?(?:cordial(?:es)? )?saludos?|atentamente|un abrazo|cordiali saluti|distinti saluti|saluti|\
            met vriendelijke groet(?:en)?|(?:vriendelijke )?groet(?:en|jes)?|mvg|\
            med vänliga? hälsning(?:ar)?|vänliga hälsningar|mvh|med venlig hilsen|vennlig hilsen|hilsen|\
            pozdrawiam(?: serdecznie)?|z poważaniem|atenciosamente|cumprimentos|abraços""";

    static final String MONTHS = """
            january|february|march|april|may|june|july|august|september|october|november|december|\
            jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|\
            januar|jänner|februar|märz|maerz|mai|juni|juli|oktober|dezember|mär|okt|dez|\
            janvier|février|fevrier|mars|avril|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|janv|févr|avr|juil|déc|\
            enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|ene|abr|ago|dic|\
            gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|novembre|dicembre|gen|mag|giu|lug|set|ott|\
            januari|februari|maart|mei|augustus|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro|\
            maj|augusti|oktober|desember|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia""";

    private Lexicon() {}

    private static Set<String> words(String block) {
        return Set.copyOf(Arrays.asList(block.strip().split("\\s+")));
    }
}
