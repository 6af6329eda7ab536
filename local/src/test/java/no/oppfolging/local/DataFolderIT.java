package no.oppfolging.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderIT {

    @Test
    void that_was_named_is_kept(@TempDir Path named) throws Exception {
        try (var data = DataFolder.open(Optional.of(named))) {
            Files.createFile(data.folder("mail").resolve("000001.eml"));
        }
        assertThat(named.resolve("mail").resolve("000001.eml")).exists();
    }

    @Test
    void that_was_not_named_is_gone_afterwards() throws Exception {
        Path mail;
        try (var data = DataFolder.open(Optional.empty())) {
            mail = data.folder("mail");
            Files.createFile(mail.resolve("000001.eml"));
        }
        assertThat(mail.getParent()).doesNotExist();
    }

    @Test
    void is_used_by_one_at_a_time(@TempDir Path named) {
        try (var first = DataFolder.open(Optional.of(named))) {
            assertThat(first.isKept()).isTrue();
            assertThatThrownBy(() -> DataFolder.open(Optional.of(named)))
                    .isInstanceOf(Complaint.class)
                    .hasMessage("The folder " + named + " is in use by another Oppfølging that runs.");
        }
    }
}
