import type { Import } from "../parse-imports.ts";
import { isTestCode } from "../source-tree.ts";
import type { Violation } from "../violation.ts";
import { featureLayers, serverFoundations } from "../who-may-import-whom.ts";

const SERVER = "packages/server/src/";

type Layer = keyof typeof featureLayers | "helper";

/**
 * Judges the imports between the files of the server: routes → verb-noun file → queries → database, never back, and a
 * feature uses another only through its verb-noun files.
 */
export function judgeServerImports(imports: readonly Import[]): Violation[] {
  const own = imports.filter(({ from, target }) => from.startsWith(SERVER) && target?.startsWith(SERVER));
  const layerOf = classifyFiles(own);
  return own.flatMap((entry) => {
    if (isTestCode(entry.from)) return [];
    const problem = findProblem(entry, layerOf);
    return problem === undefined ? [] : [{ file: entry.from, line: entry.line, problem }];
  });
}

function findProblem({ from, target = "", isTypeOnly }: Import, layerOf: (path: string) => Layer): string | undefined {
  if (isTestCode(target)) return `imports ${target}, which is for tests`;
  const [feature, targetFeature] = [featureOf(from), featureOf(target)];
  if (isFoundation(feature) && targetFeature !== undefined && !isFoundation(targetFeature)) {
    return `${feature}/ serves every feature and may not import ${targetFeature}/`;
  }
  if (from.endsWith(featureLayers.routes.suffix) && targetFeature === "database" && !isTypeOnly) {
    return `routes run nothing of database/ (${target}); let a verb-noun file do it`;
  }
  // The file that puts the program together (app.ts, serve.ts) may use everything.
  if (feature === undefined || targetFeature === undefined || isFoundation(feature) || isFoundation(targetFeature)) {
    return undefined;
  }
  const [layer, targetLayer] = [layerOf(from), layerOf(target)];
  if (feature !== targetFeature && (targetLayer === "routes" || targetLayer === "queries")) {
    return `uses the ${targetLayer} of ${targetFeature}/; go through one of its verb-noun files`;
  }
  const forbidden: readonly Layer[] = layer === "helper" ? [] : featureLayers[layer].mayNotImport;
  return forbidden.includes(targetLayer) ? `${layer} may not import ${targetLayer} (${target})` : undefined;
}

/** A plain file is an action when it reaches queries or database, itself or through others; else only a helper. */
function classifyFiles(imports: readonly Import[]): (path: string) => Layer {
  const targets = Map.groupBy(imports, ({ from }) => from);
  const known = new Map<string, Layer>();
  const classify = (path: string): Layer => {
    if (path.endsWith(featureLayers.routes.suffix)) return "routes";
    if (path.endsWith(featureLayers.queries.suffix)) return "queries";
    const answer = known.get(path);
    if (answer !== undefined) return answer;
    known.set(path, "helper");
    const values = (targets.get(path) ?? []).filter(({ isTypeOnly }) => !isTypeOnly);
    const isAction = values.some(({ target = "" }) => ["queries", "action"].includes(classify(target)));
    known.set(path, isAction ? "action" : "helper");
    return isAction ? "action" : "helper";
  };
  return classify;
}

/** The folder right under src; undefined for the files that lie in src itself. */
function featureOf(path: string): string | undefined {
  const [folder, ...rest] = path.slice(SERVER.length).split("/");
  return rest.length === 0 ? undefined : folder;
}

function isFoundation(feature: string | undefined): boolean {
  return serverFoundations.some((name) => name === feature);
}
