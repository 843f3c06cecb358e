package dev.eso4j.core.render;

/** Takes what templates rendered, in their order. */
interface TemplateOutput {
    /**
     * Takes the output of one template.
     *
     * @throws RenderException if it does not fit where it is to go
     */
    void take(TemplateItem item, byte[] rendered);
}
