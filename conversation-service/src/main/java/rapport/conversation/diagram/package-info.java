/** Draws flows: as Mermaid text and as SVG pictures. */
@NullMarked
package rapport.conversation.diagram;

import org.jspecify.annotations.NullMarked;
