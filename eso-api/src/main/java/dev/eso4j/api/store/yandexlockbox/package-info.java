/** The members {@code yandexlockbox} and {@code yandexcertificatemanager} of {@code spec.provider}: secrets and certificates of Yandex Cloud. */
@NullMarked
package dev.eso4j.api.store.yandexlockbox;

import org.jspecify.annotations.NullMarked;
