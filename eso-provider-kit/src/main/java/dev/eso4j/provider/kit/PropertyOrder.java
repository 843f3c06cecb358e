package dev.eso4j.provider.kit;

/** What a property with dots is tried as, and in which order. Without dots all are alike, but for MEMBER_FIRST. */
public enum PropertyOrder {
    /** As a path only. */
    PATH_ONLY,
    /** As one name whose dots belong to it; then as a path. */
    LITERAL_FIRST,
    /** As a path; then as one name whose dots belong to it. */
    PATH_THEN_LITERAL,
    /** As the exact name of a member of the document, whatever characters it has; then as a path. */
    MEMBER_FIRST
}
