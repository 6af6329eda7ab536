package no.oppfolging.platform.security;

import java.util.List;

/**
 * What a service is called where several share one origin and one class path.
 *
 * @param name the audience of tokens meant for it, and part of its cookie's name: {@code case-service}
 * @param path under which its pages lie, sign-in among them: {@code /cases}
 * @param messages its message files, each {@code messages/<one>.properties}: {@code cases}
 */
public record ThisService(String name, String path, List<String> messages) {
    public ThisService(String name, String path, String... messages) {
        this(name, path, List.of(messages));
    }

    public ThisService {
        messages = List.copyOf(messages);
        if (!name.matches("[a-z-]+")
                || !path.matches("/[a-z-]+")
                || messages.isEmpty()
                || !messages.stream().allMatch(file -> file.matches("[a-z-]+"))) {
            throw new IllegalArgumentException(
                    "A service has a name, a path and message files: " + name + ", " + path + ", " + messages);
        }
    }

    public String cookie() {
        return "oppfolging-" + name;
    }
}
