// The embedded data. Each part is parsed when it is first asked for; only the overview is needed for the first view.

const Data = (() => {
  const parsed = new Map();

  function part(id, otherwise) {
    if (!parsed.has(id)) {
      const source = byId('data-' + id);
      if (!source) return otherwise;
      parsed.set(id, JSON.parse(source.textContent));
      source.remove();
    }
    return parsed.get(id);
  }

  const once = make => {
    let made;
    return () => made ??= make();
  };

  const overview = part('report', {});
  const text = index => part('texts', [])[index] ?? '';
  const place = at => at && at.length ? { file: text(at[0]), line: at[1], column: at[2], pointer: text(at[3]) } : null;

  // What is usual was left out of the data.
  function assetOf(raw) {
    const asset = { ...raw, role: text(raw.role), reason: text(raw.reason), at: raw.at.map(place) };
    for (const field of ['kind', 'group', 'version', 'namespace']) asset[field] = text(raw[field]);
    asset.id ??= ['k8s:-', asset.group, asset.kind, asset.namespace, asset.name].join('/');
    asset.zone = raw.zone === undefined ? asset.namespace : text(raw.zone);
    asset.places ??= asset.at.length;
    asset.properties = (raw.properties ?? []).map(([name, value]) => [text(name), text(value)]);
    return asset;
  }

  const assets = once(() => new Map(part('assets', []).map(raw => [raw.i, assetOf(raw)])));

  // An asset of the report by its index, or one that was left out, of which only the id is known.
  function asset(reference) {
    if (typeof reference === 'number') return assets().get(reference);
    const part = reference.split('/');
    return reference.startsWith('k8s:') && part.length > 4
      ? { id: reference, kind: part[2], namespace: part[3], name: part.slice(4).join('/'), role: '', left: true }
      : { id: reference, kind: '', namespace: '-', name: reference, role: '', left: true };
  }

  const member = raw => ({
    rule: text(raw[0]), severity: raw[1], asset: raw[2], part: text(raw[3]), at: place(raw[4]), statement: text(raw[5]),
  });

  const findings = once(() => part('findings', []).map((raw, n) => ({
    ...raw, n,
    rule: text(raw.rule), title: text(raw.title), reason: text(raw.reason), remedy: text(raw.remedy),
    rank: SEVERITIES.indexOf(raw.severity), undecided: Boolean(raw.gaps), gaps: (raw.gaps ?? []).map(text),
    at: place(raw.at[0]),
    evidence: raw.evidence.map(([statement, at]) => ({ statement: text(statement), at: place(at) })),
    references: raw.references.map(text), members: (raw.members ?? []).map(member), count: raw.count ?? 1,
  })));

  const findingById = once(() => new Map(findings().map(finding => [finding.id, finding])));

  // Findings by the assets they are about, roll-ups also by those of their members.
  const findingsByAsset = once(() => {
    const found = new Map();
    for (const finding of findings()) {
      for (const about of new Set([finding.asset, ...finding.members.map(each => each.asset)])) {
        if (!found.has(about)) found.set(about, []);
        found.get(about).push(finding);
      }
    }
    return found;
  });

  const links = once(() => {
    const from = new Map(), to = new Map();
    const add = (map, key, link) => map.has(key) ? map.get(key).push(link) : map.set(key, [link]);
    for (const raw of part('links', [])) {
      const link = { from: raw[0], to: raw[1], kind: text(raw[2]), at: place(raw[3]) };
      add(from, link.from, link);
      add(to, link.to, link);
    }
    return { from: asset => from.get(asset) ?? [], to: asset => to.get(asset) ?? [] };
  });

  const excerpts = once(() => new Map(part('excerpts', [])
    .map(([file, line, first, lines]) => [line + ' ' + text(file), { first, lines }])));
  const excerpt = at => at && excerpts().get(at.line + ' ' + at.file);

  const listed = (id, fields) => once(() => part(id, []).map(raw => {
    const item = { ...raw };
    for (const field of fields) item[field] = text(raw[field]);
    if (raw.at) item.at = place(raw.at[0]);
    return item;
  }));

  const checks = listed('checks', ['id', 'title', 'why']);
  const checkById = once(() => new Map(checks().map(check => [check.id, check])));

  const map = once(() => {
    const raw = part('map', null);
    for (const edge of raw.zones.flatMap(zone => zone.edges)) edge.kinds = edge.kinds.map(text);
    for (const bundle of raw.bundles) bundle.kinds = bundle.kinds.map(([kind, count]) => [text(kind), count]);
    raw.links = raw.links.map(([from, to, kind]) => ({ from, to, kind: text(kind) }));
    return raw;
  });

  const network = once(() => {
    const raw = part('network', null);
    if (!raw) return null;
    const stated = ([statement, at]) => ({ statement: text(statement), at: place(at) });
    raw.steps = raw.steps.map(stated);
    raw.lint = raw.lint?.map(each => ({ ...each, rule: text(each.rule), title: text(each.title), remedy: text(each.remedy), evidence: each.evidence.map(stated) }));
    raw.intents = raw.intents?.map(each => ({ ...each, title: text(each.title), why: text(each.why), notes: each.notes.map(text), at: place(each.at[0]), examples: each.examples.map(([packet, path]) => ({ packet: text(packet), path: path.map(stated) })) }));
    raw.decisions = raw.decisions.map(ways => ways.map(([ports, verdict, steps]) => ({ ports, verdict, steps: steps.map(step => raw.steps[step]) })));
    raw.classes = raw.classes.map(each => ({ ...each, groups: each.groups.map(([namespace, role, count, members]) => ({ namespace: text(namespace), role: text(role), count, members })) }));
    return raw;
  });

  const threats = once(() => {
    const raw = part('threats', null);
    if (!raw) return null;
    const stated = each => (each.evidence ?? []).map(([statement, at]) => ({ statement: text(statement), at: place(at) }));
    const named = (each, ...fields) => {
      for (const field of fields) each[field] = Array.isArray(each[field]) ? each[field].map(text) : text(each[field]);
      return each;
    };
    const proven = each => ({ ...each, gaps: (each.gaps ?? []).map(text), evidence: stated(each) });
    const fixes = all => all.map(([id, title, effort]) => [text(id), text(title), effort]);
    for (const each of raw.scenarios) {
      named(each, 'threat', 'title', 'reason', 'story', 'patterns', 'zones', 'missing', 'controls', 'references');
      each.places = each.places.map(one => ({ ...proven(one), statement: text(one.statement) }));
    }
    if (raw.paths) {
      raw.paths.chokePoints = fixes(raw.paths.chokePoints);
      named(raw.paths, 'limits');
      for (const jewel of raw.paths.jewels) {
        named(jewel, 'reason');
        jewel.cut = fixes(jewel.cut);
        for (const path of jewel.paths) named(path, 'start', 'goal').steps = path.steps.map(step => named(proven(step), 'technique', 'statement', 'fixes'));
      }
    }
    for (const each of raw.incidents ?? []) {
      named(each, 'title', 'story', 'affected', 'identifiers', 'patterns', 'sources');
      each.steps = each.steps.map(step => named(proven(step), 'title', 'technique', 'control'));
    }
    return raw;
  });

  const safeguards = once(() => {
    const raw = part('safeguards', null);
    if (!raw) return null;
    const stated = each => (each.evidence ?? []).map(([statement, at]) => ({ statement: text(statement), at: place(at) }));
    raw.threats = new Map(raw.threats.map(([id, title, layer, confirmed]) => [id, { id, title: text(title), layer, confirmed }]));
    for (const control of raw.controls) {
      control.title = text(control.title);
      control.proofs = control.proofs.map(proof => ({ ...proof, source: text(proof.source), evidence: stated(proof) }));
      control.cells = control.cells.map(([threat, proven, refuted, open, gaps]) => ({ control, threat, counts: [proven, refuted, open], gaps }));
    }
    for (const row of raw.responsibilities) {
      row.reason = text(row.reason);
      row.owners = row.owners.map(text);
      row.declared = row.declared && place(row.declared[0]);
    }
    for (const pattern of raw.patterns) {
      pattern.title = text(pattern.title);
      pattern.intent = text(pattern.intent);
      pattern.forces = pattern.forces.map(text);
      pattern.requirements = pattern.requirements.map(([title, control, remedy]) => ({ title: text(title), control, remedy: text(remedy) }));
      for (const one of pattern.places) {
        one.place = text(one.place);
        one.gaps = one.gaps.map(text);
        one.answers = one.answers.map(answer => ({ truth: answer.truth, gaps: (answer.gaps ?? []).map(text), evidence: stated(answer) }));
      }
    }
    for (const defence of raw.defences) {
      defence.reason = text(defence.reason);
      defence.guards = defence.guards.map(guard => ({ ...guard, gap: text(guard.gap), evidence: stated(guard) }));
    }
    return raw;
  });

  const risks = once(() => {
    const raw = part('risks', null);
    if (!raw) return null;
    for (const field of ['limits', 'drivers']) raw[field] = (raw[field] ?? []).map(text);
    if (raw.appetite) raw.appetite.reasons = raw.appetite.reasons.map(text);
    for (const share of raw.shares) share.rows = share.rows.map(([name, inherent, residual, risks, amount]) => ({ name: text(name), inherent, residual, risks, amount }));
    raw.risks.forEach((risk, n) => {
      risk.rank = n + 1;
      for (const field of ['threat', 'title']) risk[field] = text(risk[field]);
      for (const field of ['zones', 'owners', 'missing', 'arithmetic']) risk[field] = risk[field].map(text);
      for (const field of ['inherent', 'residual']) {
        const [often, loss, band, amount] = risk[field];
        risk[field] = { often, loss, band, amount };
      }
      if (risk.accepted) for (const field of ['owner', 'reason']) risk.accepted[field] = text(risk.accepted[field]);
    });
    raw.byScenario = new Map(raw.risks.map(risk => [risk.id, risk]));
    raw.backlog.forEach((each, n) => {
      each.number = n + 1;
      for (const field of ['id', 'title']) each[field] = text(each[field]);
      for (const field of ['owners', 'with']) each[field] = each[field].map(text);
    });
    return raw;
  });

  const readiness = once(() => part('readiness', [])[0]?.readiness ?? null);

  return {
    readiness, risks, threats, safeguards, network, overview, asset, assets, findings, findingById, findingsByAsset, links, excerpt, map, checks, checkById,
    problems: listed('problems', ['code', 'message', 'remedy']),
    setAside: listed('aside', ['outcome', 'reason']),
    questions: listed('questions', []),
  };
})();
