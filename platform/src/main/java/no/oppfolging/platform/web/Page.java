package no.oppfolging.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Role;
import no.oppfolging.platform.privacy.ReadPurpose;
import no.oppfolging.platform.security.Caller;
import no.oppfolging.platform.security.ThisService;
import no.oppfolging.platform.time.Ids;

/** What every page's frame shows: who is signed in, where they can go; templates know it as {@code page}. */
public final class Page {
    private final ThisService service;
    private final Navigation navigation;
    private final Supplier<Optional<Caller>> whoever;
    private final HttpServletRequest request;
    private final String path;
    private final Ids ids;

    Page(
            ThisService service,
            Navigation navigation,
            Supplier<Optional<Caller>> whoever,
            HttpServletRequest request,
            String path,
            Ids ids) {
        this.service = service;
        this.navigation = navigation;
        this.whoever = whoever;
        this.request = request;
        this.path = path;
        this.ids = ids;
    }

    public boolean isSignedIn() {
        return caller().isPresent();
    }

    /** Empty for somebody who is not in the directory. */
    public String getName() {
        return caller().flatMap(c -> c instanceof Caller.Person person ? person.name() : Optional.empty())
                .map(PersonalText::text)
                .orElse("");
    }

    /** The roles worth naming: everybody is an employee. */
    public List<Role> getRoles() {
        var roles = caller().map(c -> c.roles().stream().sorted().toList()).orElse(List.of());
        return roles.size() == 1
                ? roles
                : roles.stream().filter(role -> role != Role.EMPLOYEE).toList();
    }

    public List<Navigation.Item> getNavigation() {
        return caller().map(navigation::items).orElse(List.of());
    }

    /** Whether the visitor is there; of two places, one within the other, only at the inner one. */
    public boolean isAt(Navigation.Item item) {
        return isUnder(item)
                && getNavigation().stream()
                        .filter(this::isUnder)
                        .allMatch(other -> other.path().length() <= item.path().length());
    }

    private boolean isUnder(Navigation.Item item) {
        return path.equals(item.path()) || path.startsWith(item.path() + "/");
    }

    public String getPath() {
        return path;
    }

    /** The same with what is asked of it, such as the day a case is looked back to. */
    public String getAddress() {
        var query = request.getQueryString();
        return query == null || query.isBlank() ? path : path + "?" + query;
    }

    /** Whether names are kept from an auditor who has not said what they read for. */
    public boolean isVeiled() {
        return StatedPurpose.isVeiled(request);
    }

    /** What an auditor has stated to read for. */
    public Optional<ReadPurpose> getPurpose() {
        return caller().filter(someone -> someone.roles().contains(Role.AUDITOR))
                .flatMap(_ -> StatedPurpose.in(request));
    }

    public Set<ReadPurpose> getPurposes() {
        return ReadPurpose.STATED;
    }

    public String getPurposePath() {
        return service.path() + "/read-purpose";
    }

    public String getHome() {
        return service.path();
    }

    public String getSignOut() {
        return service.path() + "/sign-out";
    }

    /** A new one for every form, so that sending it twice does nothing twice. */
    public String newCommandId() {
        return ids.next().toString();
    }

    private Optional<Caller> caller() {
        return whoever.get();
    }
}
