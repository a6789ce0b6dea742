package dev.bartizan.graph;

/** What one analysis established. One record per family; a family that is absent from a snapshot was not computed. */
public sealed interface Facts
        permits ControlFacts,
                ReachabilityFacts,
                ThreatFacts,
                IncidentFacts,
                AttackPathFacts,
                SafeguardFacts,
                RiskFacts,
                ReadinessFacts {}
