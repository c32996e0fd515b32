"""A natural-language-inference model by name: how surely a premise entails a claim."""

import threading
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from index.errors import UsageError
from rag import local_models

# Characters of a premise or claim that the model is shown.
LONGEST = 4000

Entailment = Callable[[str, str], float]


@lru_cache(maxsize=2)
def entailment_model(name: str) -> Entailment:
    """Return what tells the probability, 0…1, that a premise entails a claim, by a model's hub name or folder.

    It is looked for on this machine only, and read from safetensors, none of its own code run. Raises UsageError where
    it cannot be loaded or has no label of entailment.
    """
    folder = local_models.find(name, "KHABAR_NLI_MODEL", "model of inference (NLI)")
    import torch
    from safetensors import SafetensorError
    from transformers import AutoModelForSequenceClassification, AutoTokenizer

    try:
        tokenizer: Any = AutoTokenizer.from_pretrained(folder, local_files_only=True)
        model: Any = AutoModelForSequenceClassification.from_pretrained(
            folder, local_files_only=True, use_safetensors=True
        ).eval()
    except (*local_models.UNLOADABLE, SafetensorError) as error:
        reason = local_models.reason_of(error)
        raise UsageError(f"NLI model {name}: cannot be loaded ({reason}): name a model or its folder") from None
    named = {label.lower(): place for place, label in model.config.id2label.items()}
    places = [place for label, place in named.items() if "entail" in label and "not" not in label]
    if len(places) != 1:
        raise UsageError(f"NLI model {name}: none of its labels is entailment: name an NLI model")
    longest = min(tokenizer.model_max_length, getattr(model.config, "max_position_embeddings", 514) - 2)

    working = threading.Lock()  # tokenizers of transformers are not for several threads

    @lru_cache(maxsize=1024)
    def entails(premise: str, claim: str) -> float:
        with working:
            inputs = tokenizer(
                premise[:LONGEST], claim[:LONGEST], truncation="longest_first", max_length=longest, return_tensors="pt"
            )
        with torch.inference_mode():
            return float(model(**inputs).logits[0].softmax(-1)[places[0]])

    return entails
