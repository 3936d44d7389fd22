/** Personas in files: those that come with Rapport, and those of an evaluation. */
@NullMarked
package rapport.lead.persona.file;

import org.jspecify.annotations.NullMarked;
