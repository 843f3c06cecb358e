/** Tests against the real thing: a Kubernetes control plane for JUnit, started once per JVM and shared by its tests. */
@NullMarked
package dev.eso4j.testkit;

import org.jspecify.annotations.NullMarked;
