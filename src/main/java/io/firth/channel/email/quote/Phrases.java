package io.firth.channel.email.quote;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What mail programs write around a quote, in the languages they write it in; all in lower case. */
final class Phrases {

    /** The verb of “on that day, somebody wrote:”. */
    static final Set<String> WROTE = words("""
            wrote | writes | a écrit | écrit | schrieb | schreibt | geschrieben | escribió | escribio | escribe |
            va escriure | escreveu | ha scritto | scrive | schreef | geschreven | napisał | napisała | napisał(a) | pisze |
            skrev | skreiv | kirjoitti | napsal | napsala | napsal(a) | napísal | napísal(a) | написал | написала |
            написал(а) | пишет | писал | написав | написа | írta | ezt írta | a scris | yazdı | şunu yazdı | έγραψε |
            je napisao | je napisala | đã viết | menulis | 写道 | 寫道 | のメール | 書きました | 작성 | כתב | כתבה | كتب""");

    /** How that line begins. */
    static final Set<String> OPENERS = words("""
            on | at | le | am | el | em | il | in | op | den | de | dnia | w | dne | dňa | la | på | a | tarihinde | στις |
            vào | pada | gösteren | quoting | zitat | citando | från | fra | from | lör | în | data""");

    /** How days and months begin, which is what that line begins with in many languages. */
    static final Set<String> DAYS = words("""
            mon | tue | wed | thu | fri | sat | sun | jan | feb | mar | apr | may | jun | jul | aug | sep | oct | nov |
            dec | lun | mer | jeu | ven | sam | dim | mié | mie | jue | vie | sáb | sab | dom | seg | ter | qua | qui |
            sex | gio | ma | di | wo | do | vr | za | zo | mo | mi | fr | so | pon | wt | śr | czw | pt | sob | ndz | man |
            tir | ons | tor | fre | lør | søn | mån | tis | lör | sön | ti | ke | to | pe | la | su | po | út | st | čt |
            pá | ne | пн | вт | ср | чт | пт | сб | вс | pzt | sal | çar | per | cum | cmt | paz | δευ | τρί | τετ | πέμ |
            παρ | σάβ | κυρ""");

    /** A line that says that another mail follows. */
    static final Set<String> ORIGINAL = words("""
            original message | original appointment | original mail | original email | original-nachricht |
            originalnachricht | original nachricht | ursprüngliche nachricht | ursprungliche nachricht |
            weitergeleitete nachricht | message d'origine | message original | message initial | message transféré |
            message transmis | mensaje original | mensaje reenviado | missatge original | mensagem original |
            mensagem encaminhada | messaggio originale | messaggio inoltrato | messaggio originario |
            oorspronkelijk bericht | oorspronkelijke bericht | origineel bericht | doorgestuurd bericht |
            oprindelig meddelelse | oprindelig besked | videresendt besked | videresendt meddelelse | opprinnelig melding |
            videresendt melding | ursprungligt meddelande | originalmeddelande | ursprungsmeddelande |
            vidarebefordrat meddelande | vidarebefordrat brev | alkuperäinen viesti | välitetty viesti |
            edelleenlähetetty viesti | wiadomość oryginalna | oryginalna wiadomość | wiadomość przekazana |
            przekazana wiadomość | původní zpráva | přeposlaná zpráva | pôvodná správa | исходное сообщение |
            пересылаемое сообщение | переадресованное сообщение | оригінальне повідомлення | eredeti üzenet |
            továbbított üzenet | mesaj original | mesajul original | mesaj redirecționat | orijinal mesaj | iletilen mesaj |
            izvorna poruka | αρχικό μήνυμα | προωθημένο μήνυμα | forwarded message | forwarded by |
            begin forwarded message | début du message réexpédié | début du message transféré |
            anfang der weitergeleiteten nachricht | anfang der weitergeleiteten e-mail | inizio messaggio inoltrato |
            inicio del mensaje reenviado | início da mensagem reencaminhada | início da mensagem encaminhada |
            begin doorgestuurd bericht | begin van doorgestuurd bericht | start på videresendt besked |
            vidarebefordrat meddelande följer | 原始邮件 | 原始郵件 | 转发的邮件 | 轉寄郵件 | 元のメッセージ | 転送メッセージ | original 메시지 | 원본 메일 |
            원본 메시지 | הודעה מקורית | الرسالة الأصلية | thư gốc | pesan asli | reply message |
            please type your reply above this line | reply above this line | write your reply above this line |
            please reply above this line""");

    /** The parts of a header block. */
    enum Role {
        FROM,
        SENT,
        TO,
        CC,
        SUBJECT
    }

    private static final Map<Role, Set<String>> HEADERS = Map.of(
            Role.FROM,
            words("""
            from | de | von | da | van | från | fra | lähettäjä | od | от | від | feladó | de la | gönderen | kimden | από |
            发件人 | 寄件者 | 差出人 | 보낸 사람 | 보낸사람 | מאת | من | từ | dari | expéditeur | absender | remitente | remetente |
            mittente | afzender | avsändare | afsender | nadawca | odesílatel | отправитель | reply-to | message de"""),
            Role.SENT,
            words("""
            sent | date | sent at | sent on | envoyé | envoyé le | date d'envoi | message du | gesendet | gesendet am |
            datum | enviado | enviado el | enviado em | enviada em | enviado a | fecha | data | inviato | data invio |
            verzonden | verzonden op | skickat | sendt | dato | lähetetty | päivämäärä | pvm | wysłano | wysłane |
            odesláno | odoslané | отправлено | дата | надіслано | küldve | elküldve | dátum | trimis | gönderildi |
            gönderme tarihi | tarih | στάλθηκε | ημερομηνία | 发送时间 | 發送時間 | 寄件日期 | 日期 | 送信日時 | 日付 | 보낸 날짜 | 날짜 | נשלח |
            تاريخ"""),
            Role.TO,
            words("""
            to | à | a | pour | destinataire | an | para | aan | till | til | vastaanottaja | do | komu | pre | кому |
            címzett | către | catre | kime | alıcı | προς | 收件人 | 收件者 | 宛先 | 받는 사람 | 받는사람 | אל | إلى | đến | kepada |
            empfänger | destinatario | ontvanger"""),
            Role.CC,
            words("""
            cc | bcc | copie à | copie | kopie | kopi | kopia | kopio | copia | dw | копия | másolat | 抄送 | 副本 | 참조 |
            bilgi | κοιν."""),
            Role.SUBJECT,
            words("""
            subject | objet | sujet | betreff | asunto | assunto | oggetto | onderwerp | ämne | emne | aihe | temat |
            předmět | predmet | тема | tárgy | subiect | konu | θέμα | 主题 | 主旨 | 件名 | 제목 | נושא | الموضوع | chủ đề |
            subjek"""));

    /** What phones and programs put below a mail. */
    static final Set<String> SENT_FROM = words("""
            sent from | sent via | sent using | sent with | sent by | get outlook for | download outlook for | envoyé de |
            envoyé depuis | envoyé à partir | envoyé avec | envoyé via | obtenez outlook | télécharger outlook |
            gesendet von | gesendet mit | von meinem | von unterwegs gesendet | diese nachricht wurde von meinem |
            holen sie sich outlook | outlook für android herunterladen | outlook für ios herunterladen | enviado desde |
            enviado de | enviado con | enviado a través | enviado com | enviado do | enviado via | obtener outlook |
            obter o outlook | inviato da | inviato dal | inviato con | scarica outlook | ottieni outlook | verzonden vanaf |
            verzonden met | verstuurd vanaf | verstuurd met | verstuurd via | outlook voor | download outlook voor |
            skickat från | skickat med | skaffa outlook | hämta outlook | hanki outlook | sendt fra | sendt med |
            hent outlook | få outlook | lähetetty | wysłano z | wysłane z | pobierz outlook | odesláno z | odesláno ze |
            získat outlook | odoslané z | отправлено с | отправлено из | скачать outlook | надіслано з | küldve |
            trimis de pe | trimis din | iphone'umdan gönderildi | ipad'imden gönderildi | poslano iz | poslano s |
            στάλθηκε από | 从我的 | 发自我的 | 發自我的 | iphoneから送信 | 私のiphoneから送信 | 나의 iphone에서 보냄 | נשלח מה | أُرسلت من""");

    /** How people end before their name. */
    static final Set<String> CLOSINGS = words("""
            regards | best regards | kind regards | warm regards | many thanks and regards | thanks and regards |
            thanks & regards | with kind regards | with best regards | best | best wishes | all the best | cheers |
            sincerely | yours sincerely | sincerely yours | yours faithfully | yours truly | respectfully |
            kindest regards | br | kr | rgds | mit freundlichen grüßen | mit freundlichen grüssen | freundliche grüße |
            freundliche grüsse | viele grüße | viele grüsse | beste grüße | liebe grüße | mfg | lg | vg | hochachtungsvoll |
            cordialement | bien cordialement | bien à vous | sincères salutations | meilleures salutations |
            salutations distinguées | saludos | un saludo | saludos cordiales | atentamente | cordialmente |
            atenciosamente | cumprimentos | com os melhores cumprimentos | abraços | cordiali saluti | distinti saluti |
            saluti | un saluto | met vriendelijke groet | met vriendelijke groeten | vriendelijke groet |
            vriendelijke groeten | groeten | mvg | med vänliga hälsningar | vänliga hälsningar | hälsningar | mvh |
            med vennlig hilsen | vennlig hilsen | med venlig hilsen | venlig hilsen | ystävällisin terveisin | terveisin |
            pozdrawiam | z poważaniem | s pozdravem | s pozdravom | с уважением | з повагою | üdvözlettel | tisztelettel |
            cu stimă | saygılarımla | iyi çalışmalar | με εκτίμηση""");

    private Phrases() {}

    private static Set<String> words(String text) {
        Set<String> words = new LinkedHashSet<>();
        for (String word : text.split("[|\n]")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return Collections.unmodifiableSet(words);
    }

    /** Which part of a header block the line is, by what stands before its first colon; null for none. */
    static @Nullable Role role(String name) {
        return Roles.BY_NAME.get(name.strip().toLowerCase(Locale.ROOT));
    }

    private static final class Roles {
        private static final Map<String, Role> BY_NAME = new HashMap<>();

        static {
            HEADERS.forEach((role, names) -> names.forEach(name -> BY_NAME.put(name, role)));
        }
    }
}
