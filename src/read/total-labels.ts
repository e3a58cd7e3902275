/** What total rows are called: whole cells, lower case. */
const LABELS = new Set(
  [
    "total|totals|grand total|sum|overall|average|mean|median",
    "summe|gesamt|gesamtsumme|insgesamt|durchschnitt",
    "total general|suma|promedio|total geral|soma|média|totale|somma|media|total général|somme|moyenne",
    "totaal|gemiddelde|totalt|sammanlagt|i alt|yhteensä",
    "итого|всего|сумма|среднее|разом|усього|razem|suma|łącznie|celkem|összesen|σύνολο|toplam",
    "合計|総計|合计|总计|總計|평균|합계|총계|平均",
    "المجموع|الإجمالي|סה״כ|कुल|tổng|tổng cộng|jumlah|รวม",
  ].flatMap((line) => line.split("|")),
);

/**
 * Is this cell the label of a total row?
 * @example isTotalLabel("Grand Total:") // true
 */
export function isTotalLabel(cell: string): boolean {
  if (cell.length > 24 || cell.length === 0) return false;
  return LABELS.has(cell.normalize("NFKC").trim().replace(/:$/, "").trim().toLowerCase());
}
