package dev.eso4j.api.generator;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.crd.Default;
import dev.eso4j.api.crd.OneOf;
import dev.eso4j.api.crd.Range;
import dev.eso4j.api.crd.Rule;
import org.jspecify.annotations.Nullable;

/**
 * Which pair of SSH keys is made.
 *
 * @param keyType The algorithm: {@code rsa} (the default), {@code ecdsa} or {@code ed25519}.
 * @param keySize The size in bits: 2048 for {@code rsa} and 256 for {@code ecdsa} unless given. {@code ecdsa} has 256,
 *     384 and 521; {@code ed25519} has one size, and this is without effect.
 * @param comment What stands at the end of the public key, such as {@code deploy@example.com}; nothing when absent.
 */
@ModelRecord
@Rule(
        check = "(has(self.keyType) && self.keyType != 'rsa') || !has(self.keySize) || self.keySize >= 1024",
        message = "an RSA key of less than 1024 bits cannot be made: set keySize to 2048 or more, or another keyType",
        field = ".keySize")
public record SSHKeySpec(
        @OneOf({"rsa", "ecdsa", "ed25519"}) @Default("\"rsa\"") @Nullable
        String keyType,

        @Range(min = 256, max = 8192) @Nullable Integer keySize,
        @Nullable String comment) {}
