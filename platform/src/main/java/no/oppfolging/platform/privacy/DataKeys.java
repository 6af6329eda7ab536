package no.oppfolging.platform.privacy;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import no.oppfolging.platform.kernel.CaseId;
import no.oppfolging.platform.kernel.PersonId;
import no.oppfolging.platform.kernel.PersonalText;
import no.oppfolging.platform.kernel.Purpose;
import no.oppfolging.platform.time.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The keys of persons: one for each subject, case and purpose, wrapped by the service's key and kept in memory for at
 * most thirty seconds, so that a destroyed key stops opening texts everywhere within that time.
 */
public final class DataKeys implements PersonalTexts {
    /** How long a key, and what was opened with it, may stay in memory. */
    public static final Duration KEPT_IN_MEMORY = Duration.ofSeconds(30);

    /** What is kept of a text that had been erased before it came here: erased it stays. */
    private static final String NOTHING = "";

    private static final int MOST_IN_MEMORY = 20_000;
    private static final int ID_BYTES = 16;
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();

    private final JdbcClient jdbc;
    private final Ids ids;
    private final Clock clock;
    private final AesGcm service;
    private final Cache<Owner, Kept> byOwner = keptInMemory();
    private final Cache<UUID, Kept> byId = keptInMemory();

    public DataKeys(JdbcClient jdbc, ServiceKey serviceKey, Ids ids, Clock clock) {
        this.jdbc = jdbc;
        this.service = AesGcm.under(serviceKey.bytes());
        this.ids = ids;
        this.clock = clock;
    }

    private record Owner(PersonId subject, Optional<CaseId> caseId, Purpose purpose) {}

    private record Kept(UUID id, Optional<AesGcm> key) {}

    private record Wrapped(UUID id, Optional<byte[]> key) {}

    private static <K> Cache<K, Kept> keptInMemory() {
        return Caffeine.newBuilder()
                .expireAfterWrite(KEPT_IN_MEMORY)
                .scheduler(Scheduler.systemScheduler())
                .maximumSize(MOST_IN_MEMORY)
                .build();
    }

    @Override
    public String seal(PersonalText text, Optional<CaseId> caseId, Purpose purpose, String context) {
        if (text.isErased()) {
            return NOTHING;
        }
        var kept = keyFor(new Owner(text.subject(), caseId, purpose));
        var key = kept.key().orElseThrow(() -> new ErasedSubject(text.subject(), purpose));
        var sealed = key.seal(text.text().getBytes(StandardCharsets.UTF_8), bound(context, kept.id()), ID_BYTES);
        ByteBuffer.wrap(sealed)
                .putLong(kept.id().getMostSignificantBits())
                .putLong(kept.id().getLeastSignificantBits());
        return TO_TEXT.encodeToString(sealed);
    }

    @Override
    public PersonalText open(PersonId subject, String sealed, String context) {
        if (sealed.equals(NOTHING)) {
            return PersonalText.erased(subject);
        }
        var bytes = Base64.getUrlDecoder().decode(sealed);
        var front = ByteBuffer.wrap(bytes);
        var id = new UUID(front.getLong(), front.getLong());
        return keyOf(id)
                .map(key -> key.open(bytes, ID_BYTES, bound(context, id)))
                .map(clear -> new PersonalText(subject, new String(clear, StandardCharsets.UTF_8)))
                .orElseGet(() -> PersonalText.erased(subject));
    }

    /** Destroys a key for ever; every text under it reads {@link PersonalText#ERASED} from then on. */
    public void destroy(PersonId subject, Optional<CaseId> caseId, Purpose purpose) {
        jdbc.sql("""
                update data_keys set wrapped = null, destroyed_at = :now
                 where subject = :subject and case_id is not distinct from :case and purpose = :purpose
                   and wrapped is not null
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("subject", subject.value())
                .param("case", caseId.map(CaseId::value).orElse(null), java.sql.Types.OTHER)
                .param("purpose", purpose.name())
                .update();
        byOwner.invalidateAll();
        byId.invalidateAll();
    }

    private Kept keyFor(Owner owner) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            // A key made here is undone with the transaction; nobody else may seal with it until then.
            var known = byOwner.getIfPresent(owner);
            return known == null ? unwrapped(findOrCreate(owner)) : known;
        }
        return byOwner.get(owner, it -> {
            var kept = unwrapped(findOrCreate(it));
            byId.put(kept.id(), kept);
            return kept;
        });
    }

    private Optional<AesGcm> keyOf(UUID id) {
        return byId.get(id, it -> unwrapped(find(it))).key();
    }

    private Kept unwrapped(Wrapped wrapped) {
        return new Kept(
                wrapped.id(),
                wrapped.key()
                        .map(key -> service.open(key, 0, bytesOf(wrapped.id())))
                        .map(AesGcm::under));
    }

    private Wrapped find(UUID id) {
        return jdbc.sql("select wrapped from data_keys where key_id = :id")
                .param("id", id)
                .query((row, _) -> new Wrapped(id, Optional.ofNullable(row.getBytes(1))))
                .optional()
                .orElse(new Wrapped(id, Optional.empty()));
    }

    private Wrapped findOrCreate(Owner owner) {
        return find(owner).or(() -> create(owner)).or(() -> find(owner)).orElseThrow();
    }

    private Optional<Wrapped> find(Owner owner) {
        return jdbc.sql("""
                select key_id, wrapped from data_keys
                 where subject = :subject and case_id is not distinct from :case and purpose = :purpose
                """)
                .param("subject", owner.subject().value())
                .param("case", owner.caseId().map(CaseId::value).orElse(null), java.sql.Types.OTHER)
                .param("purpose", owner.purpose().name())
                .query((row, _) -> new Wrapped(row.getObject(1, UUID.class), Optional.ofNullable(row.getBytes(2))))
                .optional();
    }

    /** Nothing when another was first. */
    private Optional<Wrapped> create(Owner owner) {
        var id = ids.next();
        var wrapped = service.seal(AesGcm.newKey(), bytesOf(id), 0);
        var created = jdbc.sql("""
                insert into data_keys (key_id, subject, case_id, purpose, wrapped, created_at)
                values (:id, :subject, :case, :purpose, :wrapped, :now)
                on conflict do nothing
                """)
                .param("id", id)
                .param("subject", owner.subject().value())
                .param("case", owner.caseId().map(CaseId::value).orElse(null), java.sql.Types.OTHER)
                .param("purpose", owner.purpose().name())
                .param("wrapped", wrapped)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return created == 0 ? Optional.empty() : Optional.of(new Wrapped(id, Optional.of(wrapped)));
    }

    private static byte[] bound(String context, UUID keyId) {
        return (context + "|" + keyId).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytesOf(UUID id) {
        return ByteBuffer.allocate(ID_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
