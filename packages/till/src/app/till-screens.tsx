import { Suspense } from "react";
import { Redirect, Route, Switch } from "wouter";
import { useObservable } from "../design/use-observable.ts";
import { CartScreen } from "../screens/cart-screen.tsx";
import { PayScreen } from "../screens/pay-screen.tsx";
import { ReceiptScreen } from "../screens/receipt-screen.tsx";
import { SalesScreen } from "../screens/sales-screen.tsx";
import { SellScreen } from "../screens/sell-screen.tsx";
import { LazyProductScreen, LazySignInAgainScreen, LazyTillScreen } from "./lazy-screens.ts";
import { Loading } from "./loading.tsx";
import { useTill } from "./till.ts";

/** The screens of an open till. A receipt that waits to be seen stands before all of them. */
export function TillScreens() {
  const [receipt] = useObservable(useTill().receipts);
  if (receipt !== undefined) return <ReceiptScreen key={receipt.sale.id} receipt={receipt} />;
  return (
    <Suspense fallback={<Loading />}>
      <Switch>
        <Route path="/" component={SellScreen} />
        <Route path="/cart" component={CartScreen} />
        <Route path="/pay" component={PayScreen} />
        <Route path="/sales" component={SalesScreen} />
        <Route path="/products/new" component={LazyProductScreen} />
        <Route path="/till" component={LazyTillScreen} />
        <Route path="/sign-in" component={LazySignInAgainScreen} />
        <Route>
          <Redirect to="/" replace />
        </Route>
      </Switch>
    </Suspense>
  );
}
