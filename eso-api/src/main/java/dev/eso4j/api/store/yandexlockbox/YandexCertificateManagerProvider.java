package dev.eso4j.api.store.yandexlockbox;

import dev.eso4j.api.ModelRecord;
import org.jspecify.annotations.Nullable;

/**
 * Certificates of Yandex Certificate Manager; read only.
 *
 * @param apiEndpoint The endpoint of the API, with its port; {@code api.cloud.yandex.net:443} unless given.
 * @param auth How to authenticate.
 * @param caProvider The certificates of the authorities to trust; those of the system when absent.
 * @param fetching Whether a remote key is the id of a certificate or its name; the id when absent.
 */
@ModelRecord
public record YandexCertificateManagerProvider(
        @Nullable String apiEndpoint,
        YandexAuth auth,
        @Nullable YandexCAProvider caProvider,
        @Nullable FetchingPolicy fetching) {}
