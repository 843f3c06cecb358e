package dev.eso4j.template.functions.crypto;

import static dev.eso4j.template.value.GoType.INT;
import static dev.eso4j.template.value.GoType.STRING;
import static dev.eso4j.template.value.GoType.UINT32;

import dev.eso4j.template.functions.Call;
import dev.eso4j.template.functions.Definitions;
import dev.eso4j.template.functions.FunctionException;
import dev.eso4j.template.functions.FunctionGroup;
import dev.eso4j.template.functions.Trial;
import dev.eso4j.template.functions.encoding.Base64Text;
import dev.eso4j.template.value.Bytes;
import dev.eso4j.template.value.GoType;
import dev.eso4j.template.value.Kind;
import java.util.List;

/** Passwords, random bytes, keys, encryption by a password. */
public final class CryptoFunctions implements FunctionGroup {
    @Override
    public List<String> names() {
        return List.of(
                "bcrypt", "htpasswd", "randBytes", "genPrivateKey", "derivePassword", "encryptAES", "decryptAES");
    }

    // Lambdas, since a method reference would load the class it names, and cryptography with it.
    @Override
    public void define(Definitions into) {
        into.function("bcrypt", STRING)
                .costly(new Trial(call -> PasswordHash.steps(call.string(0)), PasswordHash.STAND_IN))
                .as(call -> PasswordHash.bcrypt(call.string(0), call));
        // Only a literal can be assigned to this type.
        into.function("htpasswd", STRING, STRING, GoType.named("sprig.HashAlgorithm", Kind.STRING))
                .costly(new Trial(call -> PasswordHash.steps(call), PasswordHash.STAND_IN))
                .as(call -> PasswordHash.htpasswd(call));
        into.function("randBytes", INT).as(CryptoFunctions::random);
        into.function("genPrivateKey", STRING)
                .costly(new Trial(call -> KeyMaker.steps(call.string(0)), "a key"))
                .as(call -> KeyMaker.pem(call.string(0), call));
        into.function("derivePassword", UINT32, STRING, STRING, STRING, STRING)
                .costly(new Trial(call -> DerivedPassword.steps(call), "a password"))
                .as(call -> DerivedPassword.of(call));
        into.function("encryptAES", STRING, STRING)
                .slow()
                .as(call -> PasswordEncryption.encrypt(call.string(0), call.string(1), call));
        into.function("decryptAES", STRING, STRING)
                .slow()
                .as(call -> PasswordEncryption.decrypt(call.string(0), call.string(1)));
    }

    private static String random(Call call) {
        if (call.integer(0) < 0) {
            throw new FunctionException("the number of bytes must not be negative");
        }
        call.budget().allocate(call.integer(0));
        call.budget().steps(call.integer(0) / 64);
        byte[] bytes = new byte[call.size(0)];
        call.surroundings().random().nextBytes(bytes);
        return Base64Text.encode(Bytes.of(bytes));
    }
}
