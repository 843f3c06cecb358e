package dev.eso4j.testkit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives the tests of a class the control plane of this JVM: as a parameter of type {@link ControlPlane} of a
 * constructor, a test, or a method that runs before or after it.
 *
 * <p>All classes of a JVM share one, so a test works in a namespace from {@link ControlPlane#newNamespace}. Where the
 * servers are not installed the class is skipped, and one line on standard error that begins with
 * {@value TestServers#MISSING} says so.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ControlPlaneExtension.class)
public @interface WithControlPlane {}
