package no.oppfolging.local.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a number was measured on; without it the number means nothing. */
final class Surroundings {
    private Surroundings() {}

    static void print(PrintStream out, JdbcClient sql) {
        out.println("Machine     " + Runtime.getRuntime().availableProcessors() + " cores, " + processor());
        out.println("Java        " + Runtime.version() + ", heap at most "
                + Runtime.getRuntime().maxMemory() / (1 << 20) + " MB, " + collectors());
        out.println("PostgreSQL  " + setting(sql, "server_version") + " on the same machine, over TCP; fsync "
                + setting(sql, "fsync") + ", synchronous_commit " + setting(sql, "synchronous_commit")
                + ", shared_buffers " + setting(sql, "shared_buffers") + ", wal_sync_method "
                + setting(sql, "wal_sync_method"));
        printLoad(out, "before");
    }

    /** Others' work on the same cores shows here: subtract what the run itself takes. */
    static void printLoad(PrintStream out, String when) {
        out.printf(
                java.util.Locale.ROOT,
                "Load        %.2f %s the run%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                when);
    }

    private static String setting(JdbcClient sql, String name) {
        return sql.sql("select current_setting(:name)")
                .param("name", name)
                .query(String.class)
                .single();
    }

    private static String collectors() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(collector -> collector.getName())
                .reduce((one, other) -> one + " and " + other)
                .orElse("no collector");
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 2))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
