package io.tenantry.billing.invoicing;

import io.tenantry.platform.money.Money;
import java.util.ArrayList;
import java.util.List;

/** Lines at net amounts that come to the net sum exactly, where their prices contain tax. */
final class NetLines {

    private NetLines() {}

    static List<DraftLine> of(List<DraftLine> lines, Money net) {
        if (lines.isEmpty()
                || InvoiceCalculator.sum(lines, Money.zero(net.currency())).equals(net)) {
            return lines;
        }
        List<Money> amounts = Allocation.of(
                net, lines.stream().map(line -> line.amount().amount()).toList());
        List<DraftLine> result = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            result.add(lines.get(i).costing(amounts.get(i)));
        }
        return result;
    }
}
