package no.oppfolging.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import no.oppfolging.platform.testing.FreePort;
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

    @Test
    void is_run_again_at_the_port_its_people_sign_in_at(@TempDir Path named) {
        var port = FreePort.find();
        try (var data = DataFolder.open(Optional.of(named))) {
            data.belongsTo(port);
        }
        var kept = DataFolder.portOf(Optional.of(named));

        assertThat(Ports.from(Optional.of(0), kept).frontDoor()).isEqualTo(port);
        assertThatThrownBy(() -> Ports.from(Optional.of(port + 1), kept))
                .isInstanceOf(Complaint.class)
                .hasMessage("What the folder keeps belongs to port " + port
                        + ", where its people sign in; run it without --port, or choose another folder with --data.");
        assertThat(DataFolder.portOf(Optional.of(named.resolve("another")))).isEmpty();
    }
}
