import { createRoot } from "react-dom/client";
import { App } from "./app/app.tsx";
import "./design/tokens.css";
import "./design/base.css";
import "./design/controls.css";
import "./design/screen.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no #root to draw the till in.");
createRoot(root).render(<App />);
