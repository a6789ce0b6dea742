/** Documents of OSCAL, NIST's Open Security Controls Assessment Language. Start from {@link dev.bartizan.report.oscal.OscalDocument}. */
@NullMarked
package dev.bartizan.report.oscal;

import org.jspecify.annotations.NullMarked;
