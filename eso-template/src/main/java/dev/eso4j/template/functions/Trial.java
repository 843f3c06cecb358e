package dev.eso4j.template.functions;

import java.util.function.ToLongFunction;

/**
 * How a trial run, which precedes the execution of a template with costly functions, does without the work of one of them.
 *
 * @param steps what a call with these arguments charges, or less; 0 for one that is to be made in the trial run as well
 * @param result what it gives then: a value of the same type, which the rest of the template can go on with
 */
public record Trial(ToLongFunction<Call> steps, Object result) {}
