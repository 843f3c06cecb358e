package dev.eso4j.api.store.infisical;

import dev.eso4j.api.ModelRecord;
import dev.eso4j.api.meta.SecretKeySelector;

/**
 * A login with a user of an LDAP directory.
 *
 * @param identityId Where the id of the machine identity in Infisical stands.
 * @param ldapPassword Where the password of the user stands.
 * @param ldapUsername Where the name of the user stands.
 */
@ModelRecord
public record LdapAuthCredentials(
        SecretKeySelector identityId, SecretKeySelector ldapPassword, SecretKeySelector ldapUsername) {}
