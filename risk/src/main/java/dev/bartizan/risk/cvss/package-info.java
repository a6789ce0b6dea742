/** Scores vulnerabilities by CVSS 4.0. Start from {@link dev.bartizan.risk.cvss.CvssVector}. */
@NullMarked
package dev.bartizan.risk.cvss;

import org.jspecify.annotations.NullMarked;
