/**
 * Names of the files of several accounts in one folder: the handle and an ending. Letters, digits, dots, hyphens and underscores
 * stay; two accounts never share a file.
 * @param ending with its dot
 */
export function accountFiles(ending: string): (account: string | null) => string {
  const taken = new Set<string>();
  return (account) => {
    const plain = (account ?? "without-account").replace(/^@/, "").replace(/[^\p{L}\p{N}._-]/gu, "_");
    const stem = plain.replace(/^\.+/, "_").slice(0, 100) || "_";
    let name = stem;
    for (let n = 2; taken.has(name.toLowerCase()); n++) name = `${stem}-${n}`;
    taken.add(name.toLowerCase());
    return `${name}${ending}`;
  };
}
