package no.oppfolging.platform.directory;

import java.time.Clock;
import no.oppfolging.platform.messaging.MessageHandler;
import no.oppfolging.platform.privacy.PersonalTexts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A service's own copy of the directory, fed by what HR tells. */
@Configuration(proxyBeanMethods = false)
public class DirectoryConfiguration {
    private static final int BEFORE_ANYTHING_IS_MADE_OF_IT = -20;
    private static final int BEFORE_IT_HAS_ITS_EFFECT = -10;
    private static final int BEFORE_THE_SERVICES_OWN = 0;

    @Bean
    Directory directory(JdbcClient jdbc, PersonalTexts texts, Clock clock, ObjectProvider<Veil> veil) {
        return new Directory(
                new DirectoryEntries(jdbc), new SealedCards(texts), clock, veil.getIfAvailable(() -> () -> false));
    }

    @Bean
    @Order(BEFORE_ANYTHING_IS_MADE_OF_IT)
    MessageHandler ownersOfEmployments(JdbcClient jdbc) {
        return new OwnersOfEmployments(new DirectoryEntries(jdbc));
    }

    @Bean
    MessageContents messageContents(JdbcClient jdbc, PersonalTexts texts, Clock clock) {
        return new MessageContents(jdbc, texts, clock);
    }

    @Bean
    @Order(BEFORE_IT_HAS_ITS_EFFECT)
    MessageHandler oneContentForAnId(MessageContents contents) {
        return new OneContentForAnId(contents);
    }

    @Bean
    @Order(BEFORE_THE_SERVICES_OWN)
    MessageHandler employmentNews(
            JdbcClient jdbc, PersonalTexts texts, PlatformTransactionManager transactions, Clock clock) {
        return new EmploymentNews(
                new DirectoryEntries(jdbc), new SealedCards(texts), new TransactionTemplate(transactions), clock);
    }
}
