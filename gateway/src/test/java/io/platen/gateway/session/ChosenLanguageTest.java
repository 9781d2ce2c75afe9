package io.platen.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class ChosenLanguageTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/identity/sign-in");

    @Test
    void isHeardInPlaceOfTheBrowsersOwn() throws Exception {
        request.addHeader("Accept-Language", "de-DE,de;q=0.9");
        request.setCookies(new Cookie(ChosenLanguage.COOKIE, "nl"));

        assertThat(heard()).containsExactly("nl");
    }

    @Test
    void isHeardWhereTheBrowserSaysNothing() throws Exception {
        request.setCookies(new Cookie(ChosenLanguage.COOKIE, "pt"));

        assertThat(heard()).containsExactly("pt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "nl\r\nX-Evil: 1"})
    void isNothingButOneOfThree(String value) throws Exception {
        request.addHeader("Accept-Language", "en");
        request.setCookies(new Cookie(ChosenLanguage.COOKIE, value));

        assertThat(heard()).containsExactly("en");
    }

    private List<String> heard() throws ServletException, IOException {
        var chain = new MockFilterChain();
        new ChosenLanguage().doFilter(request, new MockHttpServletResponse(), chain);
        var passedOn = (HttpServletRequest) chain.getRequest();
        assertThat(passedOn).isNotNull();
        assertThat(Collections.list(passedOn.getHeaderNames())).containsOnlyOnce("Accept-Language");
        assertThat(passedOn.getHeader("accept-language"))
                .isEqualTo(passedOn.getHeaders("Accept-Language").nextElement());
        return Collections.list(passedOn.getHeaders("Accept-Language"));
    }
}
