package no.oppfolging.platform.eventlog;

import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Oid;
import org.postgresql.jdbc.PgArray;

/**
 * An array parameter in PostgreSQL's binary form, so that neither side writes or parses it as text; the driver does so
 * only for numbers.
 */
final class BinaryArray {
    private static final int HEADER = 20;
    private static final int HAS_NULLS = 4;

    private final int arrayType;
    private byte[] bytes;
    private int end = HEADER;
    private int elements;

    private BinaryArray(int arrayType, int elementType, int roomFor) {
        this.arrayType = arrayType;
        this.bytes = new byte[HEADER + roomFor];
        putInt(0, 1);
        putInt(8, elementType);
        putInt(16, 1);
    }

    static BinaryArray ofUuids(int size) {
        return new BinaryArray(Oid.UUID_ARRAY, Oid.UUID, size * 20);
    }

    static BinaryArray ofTexts(int size, int each) {
        return new BinaryArray(Oid.TEXT_ARRAY, Oid.TEXT, size * (4 + each));
    }

    static BinaryArray ofLongs(int size) {
        return new BinaryArray(Oid.INT8_ARRAY, Oid.INT8, size * 12);
    }

    static BinaryArray ofInts(int size) {
        return new BinaryArray(Oid.INT4_ARRAY, Oid.INT4, size * 8);
    }

    static BinaryArray ofBytes(int size, int each) {
        return new BinaryArray(Oid.BYTEA_ARRAY, Oid.BYTEA, size * (4 + each));
    }

    void add(@Nullable UUID id) {
        if (id == null) {
            addNull();
            return;
        }
        var at = element(16);
        putLong(at, id.getMostSignificantBits());
        putLong(at + 8, id.getLeastSignificantBits());
    }

    void add(@Nullable String text) {
        if (text == null) {
            addNull();
            return;
        }
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    void add(byte[] value) {
        var at = element(value.length);
        System.arraycopy(value, 0, bytes, at, value.length);
    }

    void add(long number) {
        putLong(element(8), number);
    }

    void add(int number) {
        putInt(element(4), number);
    }

    private void addNull() {
        putInt(HAS_NULLS, 1);
        element(0);
        putInt(end - 4, -1);
    }

    /** Begins an element of so many bytes; tells where they go. */
    private int element(int length) {
        if (bytes.length < end + 4 + length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, end + 4 + length));
        }
        putInt(end, length);
        var at = end + 4;
        end = at + length;
        elements++;
        return at;
    }

    private void putInt(int at, int value) {
        bytes[at] = (byte) (value >>> 24);
        bytes[at + 1] = (byte) (value >>> 16);
        bytes[at + 2] = (byte) (value >>> 8);
        bytes[at + 3] = (byte) value;
    }

    private void putLong(int at, long value) {
        putInt(at, (int) (value >>> 32));
        putInt(at + 4, (int) value);
    }

    Array on(Connection connection) throws SQLException {
        putInt(12, elements);
        return new PgArray(connection.unwrap(BaseConnection.class), arrayType, Arrays.copyOf(bytes, end));
    }
}
